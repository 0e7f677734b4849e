package io.watchdesk.review;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of a group must sign off: {@code any} one of them, {@code all} of them, or {@code k of n}.
 *
 * @param approvals approvals needed, 0 for everybody
 * @param people how many are asked, 0 for everybody
 */
public record SignOffRule(int approvals, int people) {

    private static final Pattern K_OF_N = Pattern.compile("(\\d+) of (\\d+)");
    private static final SignOffRule ALL = new SignOffRule(0, 0);

    /**
     * Reads the rule as the decision table writes it.
     *
     * @throws IllegalArgumentException when it is none of the three forms or asks for more approvals than people
     */
    public static SignOffRule parse(String text) {
        if ("any".equals(text)) {
            return new SignOffRule(1, 1);
        }
        if ("all".equals(text)) {
            return ALL;
        }
        Matcher matcher = K_OF_N.matcher(text == null ? "" : text);
        if (matcher.matches()) {
            int k = Integer.parseInt(matcher.group(1));
            int n = Integer.parseInt(matcher.group(2));
            if (k >= 1 && k <= n) {
                return new SignOffRule(k, n);
            }
        }
        throw new IllegalArgumentException(
                "The sign-off rule \"%s\" is none of: any, all, \"k of n\" with 1 <= k <= n.".formatted(text));
    }

    /** What this rule asks of a group in which so many people may sign, or empty when they are too few. */
    public Optional<Quorum> quorum(int eligible) {
        if (eligible < Math.max(1, approvals)) {
            return Optional.empty();
        }
        return Optional.of(
                this == ALL || people == 0
                        ? new Quorum(eligible, eligible)
                        : new Quorum(approvals, Math.min(people, eligible)));
    }

    /**
     * A rule applied to a group of known size.
     *
     * @param approvals approvals needed
     * @param signOffs people asked
     */
    public record Quorum(int approvals, int signOffs) {

        /**
         * What the verdicts given so far decide, or empty while it is open. With a veto one rejection is final; otherwise
         * enough approvals approve, and once enough cannot be reached the gravest verdict given holds.
         */
        Optional<Verdict> decide(boolean veto, java.util.List<Verdict> given) {
            if (veto && given.contains(Verdict.REJECTED)) {
                return Optional.of(Verdict.REJECTED);
            }
            long approved = given.stream().filter(v -> v == Verdict.APPROVED).count();
            if (approved >= approvals) {
                return Optional.of(Verdict.APPROVED);
            }
            boolean reachable = approved + (signOffs - given.size()) >= approvals;
            return reachable ? Optional.empty() : Verdict.gravest(given);
        }
    }
}
