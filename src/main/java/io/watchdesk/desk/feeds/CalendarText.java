package io.watchdesk.desk.feeds;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.util.Duration;
import io.watchdesk.oncall.calendar.ZoneComponent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes entries as iCalendar (RFC 5545) to which calendar programs subscribe. */
@Component
class CalendarText {

    private static final String PRODUCT = "-//Watchdesk//Calendar//EN";
    /** How long a moment is shown, because many programs hide what takes no time. */
    private static final java.time.Duration MOMENT = java.time.Duration.ofMinutes(15);

    private final Clock clock;

    CalendarText(Clock clock) {
        this.clock = clock;
    }

    /** The calendar as text; its name is what calendar programs show. */
    String write(String name, List<CalendarEntry> entries) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(Method.PUBLISH);
        calendar.setName(line(name));
        calendar.addExperimentalProperty("X-WR-CALNAME", line(name));
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        Instant now = clock.instant();
        Map<ZoneId, TimezoneAssignment> zones = new HashMap<>();
        for (CalendarEntry entry : entries) {
            VEvent event = event(entry, now);
            if (entry.day() == null && !entry.zone().equals(ZoneOffset.UTC)) {
                TimezoneAssignment zone = zones.computeIfAbsent(
                        entry.zone(),
                        each -> ZoneComponent.of(
                                each,
                                now.minus(java.time.Duration.ofDays(62)),
                                now.plus(java.time.Duration.ofDays(200))));
                calendar.getTimezoneInfo().setTimezone(event.getDateStart(), zone);
                calendar.getTimezoneInfo().setTimezone(event.getDateEnd(), zone);
                calendar.getTimezoneInfo().getTimezones().add(zone);
            }
            calendar.addEvent(event);
        }
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(CalendarEntry entry, Instant now) {
        VEvent event = new VEvent();
        event.setUid(UUID.nameUUIDFromBytes(entry.id().getBytes(StandardCharsets.UTF_8)) + "@watchdesk");
        event.setDateTimeStamp(Date.from(now));
        event.setSummary(line(entry.title()));
        event.setDescription(line(entry.text()));
        if (entry.day() != null) {
            event.setDateStart(
                    Date.from(entry.day().atStartOfDay(ZoneId.systemDefault()).toInstant()), false);
        } else {
            event.setDateStart(Date.from(entry.from()));
            event.setDateEnd(Date.from(entry.until() == null ? entry.from().plus(MOMENT) : entry.until()));
        }
        event.setStatus(entry.cancelled() ? Status.cancelled() : Status.confirmed());
        // Nobody is busy because a post goes out.
        event.setTransparency(true);
        if (entry.link() != null) {
            event.setUrl(line(entry.link()));
        }
        return event;
    }

    /** Line ends would begin properties of their own. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
    }
}
