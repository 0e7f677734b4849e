package io.watchdesk.publishing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * When a post is meant to go out. The local time is what people decided; the instant is what timers use.
 *
 * @param local as people of the account write it
 * @param zone the account's zone when the slot was chosen
 * @param at the same moment in UTC
 */
public record Slot(LocalDateTime local, ZoneId zone, Instant at) {

    /**
     * The moment that a local time means. A time that the clocks skip is the first minute after the gap; a time that they
     * show twice is the first of the two.
     */
    public static Slot of(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition gap = zone.getRules().getTransition(local);
        LocalDateTime shown = gap != null && gap.isGap() ? gap.getDateTimeAfter() : local;
        return new Slot(
                shown, zone, shown.atZone(zone).withEarlierOffsetAtOverlap().toInstant());
    }
}
