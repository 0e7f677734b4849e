package io.watchdesk.oncall.calendar;

import biweekly.component.VEvent;
import biweekly.property.Attendee;
import io.watchdesk.platform.People.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who an event is about: its attendees by mail address, or else the person whose id, name or mail is its summary. */
final class PeopleOfEvents {

    private final List<Person> candidates;

    PeopleOfEvents(List<Person> candidates) {
        this.candidates = candidates;
    }

    List<String> of(VEvent event) {
        List<String> found = new ArrayList<>();
        for (Attendee attendee : event.getAttendees()) {
            String mail = mail(attendee);
            found.add(candidates.stream()
                    .filter(person -> mail.equals(folded(person.email())))
                    .findFirst()
                    .orElseThrow(() -> new ShiftCalendarReader.Unusable(
                            "Nobody of this rota has the mail address \"%s\".".formatted(mail)))
                    .id());
        }
        if (!found.isEmpty()) {
            return found.stream().distinct().toList();
        }
        String summary = event.getSummary() == null ? "" : event.getSummary().getValue();
        return List.of(bySummary(summary));
    }

    private String bySummary(String summary) {
        // "Operators on call: olga" names the person behind the last colon, as our own export does.
        String name = folded(summary.substring(summary.lastIndexOf(':') + 1));
        List<Person> found = candidates.stream()
                .filter(person -> name.equals(folded(person.id()))
                        || name.equals(folded(person.displayName()))
                        || name.equals(folded(person.email())))
                .toList();
        if (name.isEmpty()) {
            throw new ShiftCalendarReader.Unusable("The event names nobody: give it an attendee or a summary.");
        }
        if (found.size() != 1) {
            throw new ShiftCalendarReader.Unusable("\"%s\" is %s of this rota. Known are: %s."
                    .formatted(
                            summary,
                            found.isEmpty() ? "nobody" : "more than one person",
                            candidates.stream().map(Person::id).collect(Collectors.joining(", "))));
        }
        return found.get(0).id();
    }

    private static String mail(Attendee attendee) {
        String address = attendee.getEmail() != null ? attendee.getEmail() : attendee.getUri();
        return folded(address == null ? "" : address.replaceFirst("(?i)^mailto:", ""));
    }

    private static String folded(String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
