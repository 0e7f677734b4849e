package io.watchdesk.escalation.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as somebody reads it who has just been woken up: how long ago, and when exactly. */
record Since(Instant at, Instant now) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    // Public because the page calls it by reflection.
    public String text() {
        return "%s (%s)".formatted(TIME.format(at), ago());
    }

    private String ago() {
        Duration age = Duration.between(at, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return counted(age.toMinutes(), "minute");
        }
        if (age.toDays() < 1) {
            return "%s h %02d min ago".formatted(age.toHours(), age.toMinutesPart());
        }
        return counted(age.toDays(), "day");
    }

    private static String counted(long number, String unit) {
        return "%s %s%s ago".formatted(number, unit, number == 1 ? "" : "s");
    }
}
