package io.watchdesk.crisis;

import io.watchdesk.platform.Decisions;
import io.watchdesk.platform.Outcomes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rates by the decision tables {@code crisis-severity}, {@code crisis-severity-reasons} and {@code crisis-history}. */
@Component
public class Severity {

    private static final String LEVEL = "level";
    private static final String REASON = "reason";
    private static final int MONTHS = 12;

    private final Decisions decisions;
    private final CrisisBook book;
    private final Clock clock;

    Severity(Decisions decisions, CrisisBook book, Clock clock) {
        this.decisions = decisions;
        this.book = book;
        this.clock = clock;
    }

    /** The level of these facts, with the reasons, the gravest first. */
    public Rating rate(Facts facts) {
        Map<String, Object> inputs = inputs(facts);
        int rank = number(decisions.evaluate("crisis-severity", inputs).get(0).get(LEVEL));
        List<String> reasons = new ArrayList<>();
        Map<String, Object> history =
                decisions.evaluate("crisis-history", inputs).get(0);
        int higher = number(history.get("levels"));
        if (higher > 0) {
            reasons.add(history.get(REASON).toString());
        }
        decisions.evaluate("crisis-severity-reasons", inputs).stream()
                .sorted(Comparator.comparingInt((Map<String, Object> hit) -> -number(hit.get(LEVEL))))
                .forEach(hit -> reasons.add(hit.get(REASON).toString()));
        return new Rating(Level.ofRank(Math.min(Level.RED.rank(), rank + higher)), List.copyOf(reasons));
    }

    /** Whether a crisis of this topic was opened within the last twelve months. */
    public boolean repeated(String topic) {
        return book.topicSince(
                topic,
                clock.instant().atZone(ZoneOffset.UTC).minusMonths(MONTHS).toInstant());
    }

    private static Map<String, Object> inputs(Facts facts) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("mentionsRatio", facts.mentionsRatio());
        inputs.put("hotSearch", facts.hotSearch());
        inputs.put("negativeShare", facts.negativeShare());
        inputs.put("carrier", text(facts.carrier()));
        inputs.put("platforms", facts.platforms());
        inputs.put("harm", text(facts.harm()));
        inputs.put("accountState", text(facts.accountState()));
        inputs.put("legal", text(facts.legal()));
        inputs.put("cluster", text(facts.cluster()));
        inputs.put("repeated", facts.repeated());
        return inputs;
    }

    private static String text(Enum<?> value) {
        return value == null ? null : Outcomes.text(value);
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    /**
     * A level and why.
     *
     * @param reasons sentences, the gravest first
     */
    public record Rating(Level level, List<String> reasons) {}
}
