package io.watchdesk.desk.crisis;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.escalation.LadderSheet;
import java.time.Instant;
import java.util.List;

/**
 * A crisis as its page shows it. Enums are lower-camel text, people are display names.
 *
 * @param level of the crisis
 * @param accounts names; empty when it concerns the whole house
 * @param holder who has it, or null
 * @param commander who commands, or null
 * @param turn whom the ladder called, the latest first, while nobody has it
 * @param clocks what runs, soonest first
 * @param roles who has which role now
 * @param signals how many belong to it
 * @param bars its signals over time
 * @param entries the newest of the time line, newest first
 * @param more whether the time line has older entries
 * @param may what the current person can do
 */
public record Situation(
        Crisis crisis,
        String level,
        String state,
        List<String> accounts,
        String holder,
        String commander,
        List<String> turn,
        LadderSheet ladder,
        List<ClockLine> clocks,
        List<RoleLine> roles,
        Held held,
        List<StatementLine> statements,
        long signals,
        List<SignalBar> bars,
        List<Entry> entries,
        boolean more,
        May may) {

    /**
     * A clock that runs.
     *
     * @param clock {@code acknowledgement}, {@code reconfirmation} or one of {@link io.watchdesk.crisis.Deadlines.Deadline}
     */
    public record ClockLine(String clock, Instant due) {}

    /** Who has which role since when. */
    public record RoleLine(String role, String person, Instant since) {}

    /**
     * What it holds.
     *
     * @param demand {@code placed}, {@code proposed} or {@code none}
     * @param holding whether it holds something; in a drill on paper
     * @param count how many publications wait in its scope
     * @param posts the first of them by slot
     */
    public record Held(String demand, boolean holding, int count, List<HeldPost> posts) {}

    /**
     * A publication in the scope.
     *
     * @param slot its planned time
     * @param zone of the account
     */
    public record HeldPost(
            String id, String pieceId, String title, String account, String state, Instant slot, String zone) {}

    /**
     * A statement.
     *
     * @param due null when nothing demands it by a time
     * @param out when it was released, or null
     */
    public record StatementLine(
            String id, String pieceId, String kind, String state, String title, Instant due, Instant out) {}

    /** How many signals were seen from this moment until the next bar. */
    public record SignalBar(Instant from, long signals) {}

    /** An entry of the time line with the person's name. */
    public record Entry(Timeline.Entry entry, String by) {}

    /**
     * @param acknowledge take it now
     * @param confirm say "still on it", which is asked
     * @param climb tiers to which the ladder can be climbed by hand; empty for who may not
     */
    public record May(boolean acknowledge, boolean confirm, List<Integer> climb) {}
}
