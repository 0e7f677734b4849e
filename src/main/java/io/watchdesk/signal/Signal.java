package io.watchdesk.signal;

import java.time.Instant;
import java.util.Map;

/**
 * Something that may become a crisis, as it was received.
 *
 * @param id for example {@code S-6001}; the business key of its assessment
 * @param source id of the source it came from
 * @param eventId the sender's id; the same source and event id is the same signal
 * @param account id of the affected account, or null when none was named or it is unknown
 * @param topic what it is about, or null
 * @param title one line
 * @param text the whole text, of any length up to the intake limit
 * @param link where it can be seen, or null
 * @param facts what the sender knows, by the names of the severity table's inputs, as text; unreadable values are kept
 * @param occurredAt when it was first seen: T0
 * @param crisisId the crisis it belongs to, or null
 */
public record Signal(
        String id,
        String source,
        String eventId,
        String account,
        String topic,
        String title,
        String text,
        String link,
        Map<String, String> facts,
        Instant occurredAt,
        Instant receivedAt,
        State state,
        String crisisId) {

    /** What became of it. */
    public enum State {
        /** Stored; not rated yet. */
        RECEIVED,
        /** With a person. */
        ASSESSING,
        SNOOZED,
        DISMISSED,
        /** It opened a crisis or joined one. */
        IN_CRISIS
    }
}
