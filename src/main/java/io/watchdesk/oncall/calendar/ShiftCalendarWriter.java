package io.watchdesk.oncall.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.util.Duration;
import io.watchdesk.oncall.OnCall;
import io.watchdesk.oncall.Rota;
import io.watchdesk.oncall.Rotas;
import io.watchdesk.platform.People;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes duties as a calendar. An event keeps its id as long as the same person begins the same duty. */
@Component
public class ShiftCalendarWriter {

    private static final String PRODUCT = "-//Watchdesk//On call//EN";

    private final Rotas rotas;
    private final People people;
    private final Clock clock;

    ShiftCalendarWriter(Rotas rotas, People people, Clock clock) {
        this.rotas = rotas;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The calendar as text.
     *
     * @param name what calendar programs call it
     */
    public String write(String name, List<OnCall.Duty> duties) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(Method.PUBLISH);
        calendar.setName(line(name));
        calendar.addExperimentalProperty("X-WR-CALNAME", line(name));
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        Instant first = duties.stream()
                .map(OnCall.Duty::from)
                .min(Comparator.naturalOrder())
                .orElse(clock.instant());
        Instant last = duties.stream()
                .map(OnCall.Duty::until)
                .max(Comparator.naturalOrder())
                .orElse(first);
        Map<ZoneId, TimezoneAssignment> zones = new HashMap<>();
        for (OnCall.Duty duty : duties) {
            Rota rota = rotas.get(duty.rota());
            VEvent event = event(duty, rota);
            TimezoneAssignment zone = zones.computeIfAbsent(rota.zone(), each -> ZoneComponent.of(each, first, last));
            calendar.getTimezoneInfo().setTimezone(event.getDateStart(), zone);
            calendar.getTimezoneInfo().setTimezone(event.getDateEnd(), zone);
            calendar.getTimezoneInfo().getTimezones().add(zone);
            calendar.addEvent(event);
        }
        return Biweekly.write(calendar).go();
    }

    private VEvent event(OnCall.Duty duty, Rota rota) {
        Optional<People.Person> person = people.find(duty.person());
        VEvent event = new VEvent();
        event.setUid(UUID.nameUUIDFromBytes("%s %s %s"
                        .formatted(duty.rota(), duty.person(), duty.from())
                        .getBytes(StandardCharsets.UTF_8))
                + "@watchdesk");
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setSummary(line("%s: %s".formatted(rota.name(), people.displayName(duty.person()))));
        event.setDateStart(Date.from(duty.from()));
        event.setDateEnd(Date.from(duty.until()));
        event.setTransparency(true);
        person.map(People.Person::email)
                .filter(mail -> mail != null && !mail.isBlank())
                .ifPresent(mail -> event.addAttendee(
                        new Attendee(line(person.get().displayName()).replace('"', '\''), line(mail))));
        return event;
    }

    /** Line ends would begin properties of their own, and what no parameter may hold stops the whole calendar from being written. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
    }
}
