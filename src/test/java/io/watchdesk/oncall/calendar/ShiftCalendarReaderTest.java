package io.watchdesk.oncall.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.oncall.PlannedShift;
import io.watchdesk.platform.People.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars as other programs write them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShiftCalendarReaderTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant HORIZON = Instant.parse("2027-12-31T00:00:00Z");
    private static final List<Person> PEOPLE = List.of(
            new Person("olga", "Olga", "Ivanova", "Olga@Example.com"),
            new Person("otto", "Otto", "Lang", "otto@example.com"),
            new Person("wei", "伟", "陈", null));

    private final ShiftCalendarReader reader = new ShiftCalendarReader();

    @ParameterizedTest
    @CsvSource({
        "DTSTART:20261201T010000Z|DTEND:20261202T010000Z, 2026-12-01T01:00:00Z, 2026-12-02T01:00:00Z",
        // Without a zone and for whole days the rota's clock counts.
        "DTSTART:20261201T090000|DTEND:20261202T090000, 2026-12-01T01:00:00Z, 2026-12-02T01:00:00Z",
        "DTSTART;VALUE=DATE:20261201|DTEND;VALUE=DATE:20261203, 2026-11-30T16:00:00Z, 2026-12-02T16:00:00Z",
        "DTSTART;VALUE=DATE:20261201, 2026-11-30T16:00:00Z, 2026-12-01T16:00:00Z",
        "DTSTART;TZID=Europe/London:20260701T090000|DTEND;TZID=Europe/London:20260702T090000,"
                + " 2026-07-01T08:00:00Z, 2026-07-02T08:00:00Z",
        "DTSTART:20261201T010000Z|DURATION:PT12H, 2026-12-01T01:00:00Z, 2026-12-01T13:00:00Z"
    })
    void times_mean_what_the_calendar_says(String times, Instant from, Instant until) {
        var reading = read(event("SUMMARY:olga", times.split("\\|")));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.shifts()).extracting(PlannedShift::from).containsExactly(from);
        assertThat(reading.shifts()).extracting(PlannedShift::until).containsExactly(until);
    }

    @ParameterizedTest
    @CsvSource({
        "SUMMARY:olga, olga",
        "SUMMARY:Operators on call: OLGA, olga",
        "SUMMARY:Otto Lang, otto",
        "SUMMARY:伟 陈, wei",
        "SUMMARY:olga@example.com, olga",
        "SUMMARY:Night|ATTENDEE;CN=Otto:mailto:OTTO@example.com, otto",
        "SUMMARY:olga|ATTENDEE:mailto:otto@example.com, otto"
    })
    void people_are_found_by_mail_address_id_or_name(String lines, String person) {
        var reading = read(event(
                lines.split("\\|")[0],
                (lines.contains("|") ? lines.split("\\|")[1] + "|" : "")
                        .concat("DTSTART:20261201T010000Z|DTEND:20261202T010000Z")
                        .split("\\|")));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.shifts()).extracting(PlannedShift::person).containsExactly(person);
    }

    @Test
    void several_attendees_share_the_shift() {
        var reading = read(event(
                "SUMMARY:Night",
                "ATTENDEE:mailto:olga@example.com",
                "ATTENDEE:mailto:otto@example.com",
                "DTSTART:20261201T010000Z",
                "DTEND:20261202T010000Z"));

        assertThat(reading.shifts()).extracting(PlannedShift::person).containsExactly("olga", "otto");
    }

    @Test
    void a_recurring_shift_keeps_its_local_time_through_the_switch_and_leaves_exceptions_out() {
        var reading = read(event(
                "SUMMARY:olga",
                "DTSTART;TZID=Europe/London:20270326T200000",
                "DTEND;TZID=Europe/London:20270327T080000",
                "RRULE:FREQ=DAILY;COUNT=4",
                "EXDATE;TZID=Europe/London:20270328T200000"));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.shifts())
                .extracting(PlannedShift::from)
                .containsExactly(
                        Instant.parse("2027-03-26T20:00:00Z"),
                        Instant.parse("2027-03-27T20:00:00Z"),
                        Instant.parse("2027-03-29T19:00:00Z"));
        assertThat(reading.shifts())
                .extracting(PlannedShift::until)
                .containsExactly(
                        Instant.parse("2027-03-27T08:00:00Z"),
                        Instant.parse("2027-03-28T07:00:00Z"),
                        Instant.parse("2027-03-30T07:00:00Z"));
    }

    @Test
    void one_time_of_a_recurring_shift_can_be_moved() {
        String master = event(
                "SUMMARY:olga",
                "UID:one",
                "DTSTART:20261201T010000Z",
                "DTEND:20261202T010000Z",
                "RRULE:FREQ=DAILY;COUNT=2");
        String moved = event(
                "SUMMARY:otto",
                "UID:one",
                "RECURRENCE-ID:20261202T010000Z",
                "DTSTART:20261202T030000Z",
                "DTEND:20261203T010000Z");

        var reading = read(master + moved);

        assertThat(reading.shifts())
                .extracting(shift -> shift.person() + " " + shift.from())
                .containsExactly("olga 2026-12-01T01:00:00Z", "otto 2026-12-02T03:00:00Z");
    }

    @Test
    void an_endless_recurrence_ends_at_the_horizon_and_cancelled_events_do_not_count() {
        var reading = read(event(
                        "SUMMARY:olga", "DTSTART:20271229T010000Z", "DTEND:20271230T010000Z", "RRULE:FREQ=DAILY")
                + event("SUMMARY:nobody", "STATUS:CANCELLED", "DTSTART:20261201T010000Z", "DTEND:20261202T010000Z"));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.shifts()).hasSize(2);
    }

    @Test
    void what_is_wrong_is_told_by_line() {
        var reading = read(event("SUMMARY:stranger", "DTSTART:20261201T010000Z", "DTEND:20261202T010000Z")
                + event("SUMMARY:olga", "DTSTART:20261201T010000Z", "DTEND:20261130T010000Z")
                + event("SUMMARY:olga", "DTSTART:20261201T010000Z")
                + event("SUMMARY:olga", "DTEND:20261130T010000Z")
                + event(
                        "SUMMARY:Night",
                        "ATTENDEE:mailto:spy@example.com",
                        "DTSTART:20261201T010000Z",
                        "DTEND:20261202T010000Z")
                + event("SUMMARY:", "DTSTART:20261201T010000Z", "DTEND:20261202T010000Z"));

        assertThat(reading.shifts()).isEmpty();
        assertThat(reading.problems())
                .extracting(problem -> problem.line() + " " + problem.sentence())
                .anyMatch(line -> line.startsWith("4 \"stranger\" is nobody of this rota. Known are: olga, otto, wei."))
                .anyMatch(line -> line.startsWith("9 The event ends before it begins."))
                .anyMatch(line -> line.startsWith("14 The event has no end"))
                .anyMatch(line -> line.startsWith("18 The event has no beginning"))
                .anyMatch(line -> line.startsWith("22 Nobody of this rota has the mail address \"spy@example.com\"."))
                .anyMatch(line -> line.startsWith("28 The event names nobody"));
    }

    @Test
    void a_damaged_time_is_told_with_its_own_line() {
        var reading = read(event("SUMMARY:olga", "DTSTART:the day after", "DTEND:20261202T010000Z"));

        assertThat(reading.problems())
                .extracting(ShiftCalendarReader.Problem::line)
                .contains(6);
    }

    @Test
    void a_zone_that_only_the_file_knows_means_what_the_file_says() {
        String zone = String.join(
                "\r\n",
                "BEGIN:VTIMEZONE",
                "TZID:House time",
                "BEGIN:STANDARD",
                "DTSTART:19700101T000000",
                "TZOFFSETFROM:+0800",
                "TZOFFSETTO:+0800",
                "END:STANDARD",
                "END:VTIMEZONE",
                "");

        var reading = read(zone
                + event(
                        "SUMMARY:olga",
                        "DTSTART;TZID=House time:20261201T090000",
                        "DTEND;TZID=House time:20261201T210000"));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.shifts())
                .extracting(PlannedShift::from)
                .containsExactly(Instant.parse("2026-12-01T01:00:00Z"));
        assertThat(read(zone + event("SUMMARY:nobody", "DTSTART:20261201T010000Z", "DTEND:20261202T010000Z"))
                        .problems())
                .extracting(ShiftCalendarReader.Problem::line)
                .containsExactly(12);
        assertThat(read(zone.replace("House time", "Asia/Tokyo")
                                + event("SUMMARY:nobody", "DTSTART:20261201T010000Z", "DTEND:20261202T010000Z"))
                        .problems())
                .extracting(ShiftCalendarReader.Problem::line)
                .containsExactly(12);
    }

    @Test
    void a_zone_that_nobody_knows_is_told() {
        var reading = read(event("SUMMARY:olga", "DTSTART;TZID=Moon/Crater:20261201T010000", "DTEND:20261202T010000Z"));

        assertThat(reading.problems()).anyMatch(problem -> problem.sentence().contains("Moon/Crater"));
    }

    @Test
    void what_is_no_calendar_is_refused() {
        assertThat(reader.read("hello", SHANGHAI, PEOPLE, HORIZON).problems())
                .extracting(ShiftCalendarReader.Problem::sentence)
                .containsExactly("This is no iCalendar: it must begin with BEGIN:VCALENDAR.");
        assertThat(read("").problems())
                .extracting(ShiftCalendarReader.Problem::sentence)
                .containsExactly("The calendar has no events.");
    }

    private ShiftCalendarReader.Reading read(String events) {
        return reader.read(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//Test//EN\r\n" + events + "END:VCALENDAR\r\n",
                SHANGHAI,
                PEOPLE,
                HORIZON);
    }

    private static String event(String summary, String... lines) {
        return "BEGIN:VEVENT\r\n" + summary + "\r\n" + String.join("\r\n", lines) + "\r\n" + "END:VEVENT\r\n";
    }
}
