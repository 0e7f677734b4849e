package io.watchdesk.oncall.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import io.watchdesk.oncall.LocalTimes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;

/**
 * When events are. Times with a zone or in UTC are what they say; times without a zone and whole days are meant on the
 * rota's clock. A recurring event keeps its local time through switches of daylight saving.
 */
final class EventTimes {

    private static final int MOST_REPEATS = 2000;

    private final TimezoneInfo zones;
    private final ZoneId rotaZone;
    private final Instant horizon;
    private final Set<String> moved = new HashSet<>();

    EventTimes(ICalendar calendar, ZoneId rotaZone, Instant horizon) {
        this.zones = calendar.getTimezoneInfo();
        this.rotaZone = rotaZone;
        this.horizon = horizon;
        calendar.getEvents().stream()
                .filter(event -> event.getRecurrenceId() != null && event.getUid() != null)
                .forEach(event -> moved.add(key(
                        event,
                        instant(
                                local(event.getRecurrenceId().getValue(), event.getRecurrenceId()),
                                zone(event.getRecurrenceId())))));
    }

    /** The spans of an event, one for each time it happens. */
    List<Span> of(VEvent event) {
        if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
            throw new ShiftCalendarReader.Unusable("The event has no beginning (DTSTART).");
        }
        ZoneId zone = zone(event.getDateStart());
        LocalDateTime begins = local(event.getDateStart().getValue(), event.getDateStart());
        Duration lasts = lasts(event, begins, zone);
        if (lasts.isZero() || lasts.isNegative()) {
            throw new ShiftCalendarReader.Unusable("The event ends before it begins.");
        }
        if (event.getRecurrenceRule() == null && event.getRecurrenceDates().isEmpty()) {
            return List.of(new Span(instant(begins, zone), end(event, begins, lasts, zone)));
        }
        return repeated(event, zone, lasts);
    }

    private List<Span> repeated(VEvent event, ZoneId zone, Duration lasts) {
        List<Span> spans = new ArrayList<>();
        DateIterator dates = event.getDateIterator(timeZone(event.getDateStart()));
        while (dates.hasNext()) {
            LocalDateTime local = local(dates.next(), event.getDateStart());
            Instant from = instant(local, zone);
            if (from.isAfter(horizon)) {
                break;
            }
            if (spans.size() >= MOST_REPEATS) {
                throw new ShiftCalendarReader.Unusable("The event happens too often.");
            }
            if (!moved.contains(key(event, from)) || event.getRecurrenceId() != null) {
                spans.add(new Span(from, instant(local.plus(lasts), zone)));
            }
        }
        return spans;
    }

    /** How long it lasts on the local clock. */
    private Duration lasts(VEvent event, LocalDateTime begins, ZoneId zone) {
        if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
            LocalDateTime ends = LocalDateTime.ofInstant(
                    instant(local(event.getDateEnd().getValue(), event.getDateEnd()), zone(event.getDateEnd())), zone);
            return Duration.between(begins, ends);
        }
        if (event.getDuration() != null && event.getDuration().getValue() != null) {
            return Duration.ofMillis(event.getDuration().getValue().toMillis());
        }
        if (!event.getDateStart().getValue().hasTime()) {
            return Duration.ofDays(1);
        }
        throw new ShiftCalendarReader.Unusable("The event has no end (DTEND or DURATION).");
    }

    private Instant end(VEvent event, LocalDateTime begins, Duration lasts, ZoneId zone) {
        return event.getDateEnd() == null
                ? instant(begins.plus(lasts), zone)
                : instant(local(event.getDateEnd().getValue(), event.getDateEnd()), zone(event.getDateEnd()));
    }

    private boolean onRotaClock(DateOrDateTimeProperty property) {
        return zones.isFloating(property) || !property.getValue().hasTime();
    }

    private ZoneId zone(DateOrDateTimeProperty property) {
        if (onRotaClock(property)) {
            return rotaZone;
        }
        try {
            return ZoneId.of(timeZone(property).getID());
        } catch (DateTimeException ofTheFileOnly) {
            return ZoneOffset.UTC;
        }
    }

    private TimeZone timeZone(DateOrDateTimeProperty property) {
        if (onRotaClock(property)) {
            // The library has read times without a zone on the clock of this machine.
            return TimeZone.getDefault();
        }
        var assigned = zones.getTimezone(property);
        return assigned == null ? TimeZone.getTimeZone("UTC") : assigned.getTimeZone();
    }

    private LocalDateTime local(Date date, DateOrDateTimeProperty property) {
        ZoneId clock = onRotaClock(property) ? ZoneId.systemDefault() : zone(property);
        return LocalDateTime.ofInstant(date.toInstant(), clock);
    }

    private static Instant instant(LocalDateTime local, ZoneId zone) {
        return LocalTimes.instant(local, zone);
    }

    private static String key(VEvent event, Instant instant) {
        return (event.getUid() == null ? "" : event.getUid().getValue()) + " " + instant;
    }

    /** One time an event happens. */
    record Span(Instant from, Instant until) {}
}
