package io.watchdesk.privacy;

import io.watchdesk.platform.Outcomes;
import java.time.Instant;

/**
 * Somebody wants to see, or to have erased, what is held about a person.
 *
 * @param id for example {@code DP-1001}; the business key of its process
 * @param person id of a team member; null for somebody outside, and a pseudonym after an erasure
 * @param outcome what became of it, a sentence; null before
 */
public record DataRequest(
        String id,
        Kind kind,
        String person,
        String pseudonym,
        State state,
        String reason,
        String outcome,
        String requestedBy,
        Instant requestedAt,
        String decidedBy,
        Instant carriedOutAt) {

    /** What it is called in task lists; says nothing about the person. */
    public String title() {
        return "%s, %s".formatted(id, Outcomes.text(kind));
    }

    /** What is wanted. */
    public enum Kind {
        EXPORT,
        ERASURE
    }

    /** How far it is. */
    public enum State {
        OPEN,
        APPROVED,
        REJECTED,
        BLOCKED,
        DONE,
        WITHDRAWN
    }
}
