package io.watchdesk.oncall;

import java.time.Instant;

/**
 * A departure from a rota for a period: somebody comes in addition, or instead of somebody.
 *
 * @param id for example {@code OC-1001}
 * @param person who comes
 * @param replaces who stays away, or null when the person comes in addition
 * @param until when it ends; not part of it
 * @param reason why, or null
 */
public record StandIn(
        String id,
        String rota,
        String person,
        String replaces,
        Instant from,
        Instant until,
        String reason,
        String madeBy) {

    boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    boolean overlaps(Instant start, Instant end) {
        return from.isBefore(end) && start.isBefore(until);
    }
}
