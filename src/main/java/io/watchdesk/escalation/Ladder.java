package io.watchdesk.escalation;

import java.time.Instant;
import java.util.List;

/** The ladder of a crisis, in the caller's transaction. */
public interface Ladder {

    /** Where the ladder stands. */
    State of(String crisisId);

    /**
     * Climbs by hand to a tier. Two who saw the same step climb once.
     *
     * @param seenStep the step the caller saw, from {@link State#step}
     * @param tier 1 to the highest
     * @throws io.watchdesk.platform.Refused without a reason, or when the ladder has moved since
     */
    State climb(String crisisId, int seenStep, int tier, String reason);

    /**
     * @param step counts every climb and loop from 1
     * @param nextClimbAt null when acknowledged
     * @param paged who was paged when, through what, and what became of it, oldest first
     */
    record State(String crisisId, int step, int tier, int loop, Instant nextClimbAt, List<Paged> paged) {}

    /**
     * @param outcome a sentence
     * @param unreached whether nothing reached this person by this page
     */
    record Paged(int tier, String person, String through, Instant at, String outcome, boolean unreached) {}
}
