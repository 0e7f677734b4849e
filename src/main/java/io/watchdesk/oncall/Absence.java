package io.watchdesk.oncall;

import java.time.Instant;

/**
 * A period in which a person answers on no rota; the next in turn takes over.
 *
 * @param id for example {@code OC-1002}
 * @param until when it ends; not part of it
 * @param reason why, or null
 */
public record Absence(String id, String person, Instant from, Instant until, String reason, String madeBy) {

    boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
