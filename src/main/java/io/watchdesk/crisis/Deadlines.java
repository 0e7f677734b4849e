package io.watchdesk.crisis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long each thing may take, from the decision table {@code crisis-deadlines} by level. */
public interface Deadlines {

    /** How long this may take at this level right after the first sighting; empty when the level does not demand it. */
    Optional<Duration> budget(Level level, Deadline deadline);

    /**
     * When it is due at the crisis's level of now: the first sighting (see {@link Deadline} for the others) plus the
     * budget. It may be past: then it is due now. Empty when the level does not demand it.
     */
    Optional<Instant> due(String crisisId, Deadline deadline);

    /** When this part of the time is used up. */
    Optional<Instant> at(String crisisId, Deadline deadline, Mark mark);

    /** The same for something that belongs to no crisis yet and counts from {@code from}. */
    Optional<Instant> at(Level level, Deadline deadline, Mark mark, Instant from);

    /** Lets a clock that does not count from the first sighting count from now: an update went out, a rating was made. */
    void wind(String crisisId, Deadline deadline);

    /** What has a clock. Each counts from the first sighting unless it says otherwise. */
    enum Deadline {
        /** Of a signal, from its arrival: nobody can look at it before. */
        ASSESSMENT,
        /** The longest time a signal may be put off. */
        SNOOZE,
        TRIAGE,
        COMMAND,
        HOLDING_STATEMENT,
        FULL_STATEMENT,
        /** From the last update, before the first one from the first sighting. */
        INTERNAL_UPDATE,
        /** From the last update, before the first one from the first sighting. */
        PUBLIC_UPDATE,
        /** From the last activity of a person. */
        RECONFIRMATION,
        /** From the last rating. */
        RERATING,
        /** From the last signal. */
        QUIET_PERIOD,
        /** From the closing. */
        RETROSPECTIVE
    }

    /** How much of the time is used up. The percentages of the warnings stand in the table. */
    enum Mark {
        WARNING,
        LAST_WARNING,
        DUE
    }
}
