package io.watchdesk.oncall.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import io.watchdesk.oncall.PlannedShift;
import io.watchdesk.platform.People.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads a calendar of shifts: each event is a shift of the people it names. */
@Component
public class ShiftCalendarReader {

    private static final int MOST_SHIFTS = 3000;
    private static final String EVENT = "BEGIN:VEVENT";
    /** The library's number for "the zone is not described in the file, but everybody knows its name". */
    private static final Integer WELL_KNOWN_ZONE = 37;

    /**
     * Reads all events; recurring ones as far as the horizon.
     *
     * @param zone what times without a zone are meant in
     * @param candidates who can be on the rota
     * @param horizon where recurring events are cut
     */
    public Reading read(String text, ZoneId zone, List<Person> candidates, Instant horizon) {
        List<Problem> problems = new ArrayList<>();
        List<List<ParseWarning>> warnings = new ArrayList<>();
        ICalendar calendar =
                Biweekly.parse(WellKnownZones.leftOut(text)).warnings(warnings).first();
        if (calendar == null) {
            return new Reading(
                    List.of(), List.of(new Problem(1, "This is no iCalendar: it must begin with BEGIN:VCALENDAR.")));
        }
        warnings.stream()
                .flatMap(List::stream)
                .filter(warning -> !WELL_KNOWN_ZONE.equals(warning.getCode()))
                .forEach(warning -> problems.add(new Problem(
                        warning.getLineNumber() == null ? 1 : warning.getLineNumber(),
                        "Cannot be read: " + warning.getMessage())));
        List<PlannedShift> shifts = new ArrayList<>();
        List<Integer> lines = lines(text);
        EventTimes times = new EventTimes(calendar, zone, horizon);
        PeopleOfEvents people = new PeopleOfEvents(candidates);
        for (int index = 0; index < calendar.getEvents().size(); index++) {
            int line = index < lines.size() ? lines.get(index) : 1;
            read(calendar.getEvents().get(index), line, times, people, shifts, problems);
        }
        if (calendar.getEvents().isEmpty()) {
            problems.add(new Problem(1, "The calendar has no events."));
        }
        if (shifts.size() > MOST_SHIFTS) {
            problems.add(new Problem(1, "The calendar has more than %d shifts.".formatted(MOST_SHIFTS)));
        }
        twice(shifts, problems);
        problems.sort(Comparator.comparingInt(Problem::line));
        shifts.sort(Comparator.comparing(PlannedShift::from).thenComparing(PlannedShift::person));
        return new Reading(shifts, problems);
    }

    private static void read(
            VEvent event,
            int line,
            EventTimes times,
            PeopleOfEvents people,
            List<PlannedShift> shifts,
            List<Problem> problems) {
        if (event.getStatus() != null && event.getStatus().isCancelled()) {
            return;
        }
        try {
            List<String> persons = people.of(event);
            String uid = event.getUid() == null ? "" : event.getUid().getValue();
            for (EventTimes.Span span : times.of(event)) {
                persons.forEach(person -> shifts.add(new PlannedShift(
                        person, span.from(), span.until(), uid.substring(0, Math.min(400, uid.length())))));
            }
        } catch (Unusable problem) {
            problems.add(new Problem(line, problem.getMessage()));
        }
    }

    private static void twice(List<PlannedShift> shifts, List<Problem> problems) {
        Set<List<Object>> seen = new HashSet<>();
        for (PlannedShift shift : shifts) {
            if (!seen.add(List.of(shift.person(), shift.from()))) {
                problems.add(
                        new Problem(1, "%s has two shifts that begin at %s.".formatted(shift.person(), shift.from())));
            }
        }
    }

    private static List<Integer> lines(String text) {
        List<Integer> lines = new ArrayList<>();
        String[] all = text.split("\r\n|\n|\r", -1);
        for (int index = 0; index < all.length; index++) {
            if (all[index].strip().equalsIgnoreCase(EVENT)) {
                lines.add(index + 1);
            }
        }
        return lines;
    }

    /** What was read; it is usable only without problems. */
    public record Reading(List<PlannedShift> shifts, List<Problem> problems) {}

    /**
     * What is wrong.
     *
     * @param line the line of the text, from 1; for a whole event the line of its beginning
     */
    public record Problem(int line, String sentence) {}

    /** An event that cannot be a shift; the message is a sentence. */
    static final class Unusable extends RuntimeException {

        Unusable(String sentence) {
            super(sentence);
        }
    }
}
