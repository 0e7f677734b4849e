package io.watchdesk.oncall;

import java.time.Instant;

/**
 * A shift from an imported calendar. While it runs it stands before the rotation.
 *
 * @param uid the calendar's id of the event
 */
public record PlannedShift(String person, Instant from, Instant until, String uid) {

    boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
