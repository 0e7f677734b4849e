package io.watchdesk.oncall.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import io.watchdesk.oncall.OnCall.Duty;
import io.watchdesk.testing.ProcessSpecification;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Names that would write events, properties or cells of their own into a calendar. */
class CalendarTextTest extends ProcessSpecification {

    private static final Instant FROM = Instant.parse("2026-12-02T09:00:00Z");

    private static final List<String> NAMES = List.of(
            "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged",
            "x\nATTACH:http://evil.example/",
            "x\rDESCRIPTION:forged",
            "x\u0085URL:http://evil.example/",
            "x\u2028URL:forged",
            "x\\nURL:forged",
            "x;y,z:w\"q",
            "\"; RSVP=TRUE:mailto:evil@example.net",
            "a\u0007\u001Bb",
            "^n^'caret",
            "=HYPERLINK(\"http://evil.example\")",
            "+1",
            "-1",
            "@SUM(1)",
            "\t=1",
            "＝1＋1",
            "茶".repeat(200),
            "<img src=x onerror=alert(1)>");

    @Autowired
    private ShiftCalendarWriter writer;

    @Test
    void a_name_is_a_name_in_a_calendar_too() {
        User person = identityService.createUserQuery().userId("olga").singleResult();
        String before = person.getFirstName();
        try {
            for (String name : NAMES) {
                person.setFirstName(name);
                identityService.saveUser(person);

                String written =
                        writer.write(name, List.of(new Duty("oncall-tier-1", "olga", FROM, FROM.plusSeconds(3600))));

                ICalendar read = Biweekly.parse(written).first();
                String line =
                        name.replaceAll("[\\p{Cntrl}\\u0085\\u2028]+", " ").strip();
                assertThat(read.getEvents()).as(name).singleElement().satisfies(event -> {
                    assertThat(event.getSummary().getValue()).endsWith(": " + line);
                    assertThat(event.getAttendees()).hasSize(1);
                    assertThat(event.getAttachments()).isEmpty();
                    assertThat(event.getUrl()).isNull();
                    assertThat(event.getDescription()).isNull();
                });
                assertThat(read.getExperimentalProperty("X-WR-CALNAME").getValue())
                        .isEqualTo(line);
                assertThat(read.getUrl()).isNull();
                assertThat(written.lines())
                        .as(name)
                        .noneMatch(each -> each.matches("(?i)(URL|ATTACH|DESCRIPTION|RSVP).*"));
            }
        } finally {
            person.setFirstName(before);
            identityService.saveUser(person);
        }
    }
}
