package io.watchdesk.crisis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long each thing may take, from the decision table {@code crisis-deadlines} by level. */
public interface Deadlines {

    /** How long this may take at this level; empty when the level does not demand it. */
    Optional<Duration> budget(Level level, Deadline deadline);

    /**
     * When it is due at the crisis's level of now: the first sighting, or for updates and reconfirmation the last one, plus
     * the budget. A moment in the past is due now. Empty when the level does not demand it.
     */
    Optional<Instant> due(String crisisId, Deadline deadline);

    /** What has a clock. */
    enum Deadline {
        ASSESSMENT,
        TRIAGE,
        COMMAND,
        HOLDING_STATEMENT,
        FULL_STATEMENT,
        INTERNAL_UPDATE,
        PUBLIC_UPDATE,
        RECONFIRMATION,
        QUIET_PERIOD,
        RETROSPECTIVE
    }
}
