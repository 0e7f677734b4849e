package io.watchdesk.drill;

import io.watchdesk.crisis.Level;
import java.time.Instant;
import java.util.List;

/**
 * One drill.
 *
 * @param id for example {@code DR-7001}
 * @param crisisId the crisis that is played, or null for the moment before it is declared
 * @param announced whether the title tells the scenario
 * @param accounts ids of the accounts it is about; empty for the whole house
 * @param leader who watches it and reviews its score
 * @param endsAt when it is stopped at the latest
 * @param played how many signals of the script have come in
 * @param actions what shall be done about the gaps, until the score card is reviewed
 * @param score null while it runs
 */
public record Drill(
        String id,
        String crisisId,
        String scenario,
        Level level,
        boolean announced,
        List<String> accounts,
        String leader,
        State state,
        String startedBy,
        Instant startedAt,
        Instant endsAt,
        Instant endedAt,
        int played,
        String observations,
        List<GapAction> actions,
        ScoreCard score) {

    /** Where a drill stands. */
    public enum State {
        RUNNING,
        /** Its response ended, it was stopped, or its time was over. */
        ENDED,
        /** A real crisis needed the people. */
        CANCELLED
    }
}
