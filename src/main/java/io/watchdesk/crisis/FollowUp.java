package io.watchdesk.crisis;

import io.watchdesk.platform.Decisions;
import io.watchdesk.platform.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When people are reminded of what follows a crisis, from the decision table {@code crisis-follow-up}. */
@Component
public class FollowUp {

    private static final String TABLE = "crisis-follow-up";

    private final Decisions decisions;

    FollowUp(Decisions decisions) {
        this.decisions = decisions;
    }

    /** How long it may take where no other clock says so. */
    public Duration time(Matter matter, Level level) {
        return Duration.ofDays(number(row(matter, level), "dueAfterDays"));
    }

    /** How often people are reminded. */
    public Duration every(Matter matter, Level level) {
        return Duration.ofHours(number(row(matter, level), "remindEveryHours"));
    }

    /**
     * When people are reminded and when managers are told.
     *
     * @param from when its time began
     */
    public Cycles cycles(Matter matter, Level level, Instant from, Instant due) {
        Map<String, Object> row = row(matter, level);
        Duration all = Duration.between(from, due);
        Duration first = all.isNegative()
                ? Duration.ZERO
                : all.multipliedBy(number(row, "remindAtPercent")).dividedBy(100);
        return new Cycles(
                cycle(from.plus(first), number(row, "remindEveryHours")),
                cycle(due, number(row, "escalateEveryHours")));
    }

    /** An ISO 8601 repetition without end, as timers of models take it. */
    private static String cycle(Instant first, int everyHours) {
        return "R/%s/PT%dH".formatted(first.truncatedTo(ChronoUnit.SECONDS), everyHours);
    }

    private Map<String, Object> row(Matter matter, Level level) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("matter", Outcomes.text(matter));
        inputs.put("crisisLevel", Outcomes.text(level));
        return decisions.lookUp(TABLE, inputs).get(0);
    }

    private static int number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).intValue();
    }

    /** What is followed up. */
    public enum Matter {
        RETROSPECTIVE,
        ACTION,
        SCORE_CARD,
        HOLD
    }

    /** Two ISO 8601 repetitions: reminders to whoever has to do it, and news for managers. */
    public record Cycles(String reminder, String escalation) {}
}
