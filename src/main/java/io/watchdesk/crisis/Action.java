package io.watchdesk.crisis;

import java.time.Instant;

/**
 * Something that people agreed to do so that it does not happen again.
 *
 * @param id for example {@code A-8001}
 * @param owner the person who does it
 * @param outcome what shows that it is done, or why it was dropped; null while it is open
 */
public record Action(
        String id,
        String crisisId,
        Origin origin,
        String title,
        String owner,
        Instant dueAt,
        State state,
        String agreedBy,
        Instant agreedAt,
        String outcome,
        String endedBy,
        Instant endedAt) {

    /** What agreed on it. */
    public enum Origin {
        RETROSPECTIVE,
        DRILL
    }

    /** Whether it still has to be done. */
    public enum State {
        OPEN,
        DONE,
        DROPPED
    }
}
