package io.watchdesk.review;

import java.time.Duration;

/**
 * One stage as the decision table {@code review-stages} planned it.
 *
 * @param stage its name in the table, for example {@code editor}
 * @param group whose members sign off
 * @param veto whether one rejection is final whatever the others say
 * @param checklist which checklist its reviewers answer
 * @param remindAfter working time until the group is reminded
 * @param escalateAfter working time until managers are told
 * @param priority the priority of its tasks, 0 to 100
 * @param latePriority the priority once managers were told
 * @param known false when the table met input it does not know and took the strictest route
 */
public record StagePlan(
        String stage,
        String group,
        boolean veto,
        SignOffRule rule,
        String ruleText,
        String checklist,
        Duration remindAfter,
        Duration escalateAfter,
        int priority,
        int latePriority,
        boolean known) {

    /** The stage's name for people: {@code chiefEditor} is "Chief editor". */
    public String title() {
        return title(stage);
    }

    /** A stage's name for people. */
    public static String title(String stage) {
        String spaced = stage.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
