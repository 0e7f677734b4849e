package io.watchdesk.oncall;

import java.time.Instant;

/**
 * A shift that somebody offers to colleagues.
 *
 * @param id for example {@code SW-1001}; the business key of its process
 * @param note what the person who offers says, or null
 * @param expiresAt when the offer ends; the shift then stays with the person who offered it
 * @param takenBy who took it, or null
 */
public record Swap(
        String id,
        String rota,
        String offeredBy,
        Instant from,
        Instant until,
        String note,
        Instant expiresAt,
        State state,
        String takenBy) {

    /** Where it stands. */
    public enum State {
        OPEN,
        TAKEN,
        EXPIRED,
        WITHDRAWN
    }
}
