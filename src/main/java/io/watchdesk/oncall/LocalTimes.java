package io.watchdesk.oncall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** What the local times of a rota mean. */
public final class LocalTimes {

    private LocalTimes() {}

    /**
     * The moment of a local time. A time that the clocks skip is the moment at which they skip; a time that they show twice
     * is the first of the two. A later local time is therefore never an earlier moment.
     */
    public static Instant instant(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
