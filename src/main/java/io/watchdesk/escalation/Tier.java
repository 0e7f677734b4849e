package io.watchdesk.escalation;

import java.time.Duration;
import java.time.Instant;

/**
 * One tier of the ladder at one level, a row of the decision table {@code escalation-ladder}.
 *
 * @param number 1 to {@link #LAST}
 * @param rota whose people are paged; null when the table does not name one
 * @param pagedAtStart whether this level calls it without waiting for the tiers below
 * @param pause how long it has before the next one is called too; for the last two tiers the pause between loops
 * @param secondAddressPercent after which part of the wait a second address is tried
 * @param loops how often all are called again before the last tier is
 * @param grace how long a silent holder has to answer
 */
record Tier(
        int number,
        String rota,
        boolean pagedAtStart,
        Duration pause,
        int secondAddressPercent,
        int loops,
        Duration grace) {

    /** The tier that never falls silent. */
    static final int LAST = 4;

    private static final int ALL = 100;

    boolean isLast() {
        return number == LAST;
    }

    /**
     * When its time is over: counted from when it was due, so that late jobs do not add up; after a standstill longer than
     * the whole wait, from now.
     */
    Instant over(Instant dueAt, Instant now) {
        Instant planned = dueAt.plus(pause);
        return planned.isAfter(now) ? planned : now.plus(pause);
    }

    Instant secondAddressAt(Instant dueAt) {
        return dueAt.plus(pause.multipliedBy(secondAddressPercent).dividedBy(ALL));
    }
}
