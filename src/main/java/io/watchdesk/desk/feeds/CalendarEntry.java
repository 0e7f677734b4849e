package io.watchdesk.desk.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Something in a person's calendar.
 *
 * @param id the same for as long as the matter exists, whatever becomes of its time
 * @param from when it begins; null for something that fills a day
 * @param until when it ends; null for a mere moment
 * @param day the day that it fills, or null
 * @param zone in whose time the calendar shows it
 * @param cancelled whether it will not take place; calendars strike it out
 * @param link where to read more, or null
 */
record CalendarEntry(
        String id,
        String title,
        String text,
        Instant from,
        Instant until,
        LocalDate day,
        ZoneId zone,
        boolean cancelled,
        String link) {

    static CalendarEntry moment(
            String id, String title, String text, Instant at, ZoneId zone, boolean cancelled, String link) {
        return new CalendarEntry(id, title, text, at, null, null, zone, cancelled, link);
    }

    static CalendarEntry wholeDay(String id, String title, String text, LocalDate day) {
        return new CalendarEntry(id, title, text, null, null, day, null, false, null);
    }
}
