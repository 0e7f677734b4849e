package io.watchdesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.account.Account;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingHoursTest {

    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final String NO_HOLIDAYS = "ZZ";

    private final WorkingHours hours = new WorkingHours(new PublicHolidays());

    /** Five zones with both switches of 2026: northern, southern, half an hour (Lord Howe), at midnight (Santiago, Cairo). */
    static Stream<Arguments> switches() {
        return Stream.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo")
                .map(ZoneId::of)
                .flatMap(zone -> {
                    ZoneOffsetTransition one = zone.getRules().nextTransition(Instant.parse("2026-01-01T00:00:00Z"));
                    ZoneOffsetTransition other = zone.getRules().nextTransition(one.getInstant());
                    return Stream.of(Arguments.of(zone, one), Arguments.of(zone, other));
                });
    }

    @ParameterizedTest
    @MethodSource("switches")
    void a_shift_through_the_night_of_a_switch_counts_the_time_that_really_passes(
            ZoneId zone, ZoneOffsetTransition change) {
        Account nights = account(zone, NO_HOLIDAYS, "22:00", "06:00", EVERY_DAY);
        LocalDate evening = change.getDateTimeBefore().toLocalDate().minusDays(1);
        Instant begins = evening.atTime(22, 0).atZone(zone).toInstant();
        Instant ends = evening.plusDays(1).atTime(6, 0).atZone(zone).toInstant();
        Duration shift = Duration.ofHours(8).minus(change.getDuration());

        assertThat(Duration.between(begins, ends)).isEqualTo(shift);
        assertThat(hours.add(nights, begins, shift)).isEqualTo(ends);
        assertThat(hours.add(nights, begins, shift.plusMinutes(1)))
                .isEqualTo(evening.plusDays(1).atTime(22, 1).atZone(zone).toInstant());
        assertThat(hours.between(nights, begins, ends.plusSeconds(3600))).isEqualTo(shift);
    }

    @ParameterizedTest
    @MethodSource("switches")
    void office_hours_keep_their_local_time_over_a_switch(ZoneId zone, ZoneOffsetTransition change) {
        Account office = account(zone, NO_HOLIDAYS, "09:00", "18:00", EVERY_DAY);
        LocalDate before = change.getDateTimeBefore().toLocalDate().minusDays(1);
        Instant begins = before.atTime(9, 0).atZone(zone).toInstant();

        ZonedDateTime due =
                hours.add(office, begins, Duration.ofHours(9 + 9 + 1)).atZone(zone);

        assertThat(due.toLocalDateTime()).isEqualTo(before.plusDays(2).atTime(10, 0));
    }

    @Test
    void hours_that_begin_in_the_gap_begin_when_the_clock_shows_that_time_next() {
        Account early = account(ZoneId.of("Europe/Berlin"), NO_HOLIDAYS, "02:30", "10:30", EVERY_DAY);
        Instant saturday =
                LocalDateTime.parse("2026-03-28T12:00").atZone(early.zone()).toInstant();

        assertThat(hours.add(early, saturday, Duration.ofMinutes(30))
                        .atZone(early.zone())
                        .toLocalDateTime())
                .isEqualTo(LocalDateTime.parse("2026-03-29T04:00"));
    }

    @ParameterizedTest
    @CsvSource({
        // start, working hours, due
        "2026-11-23T10:00, 4, 2026-11-23T14:00",
        "2026-11-23T07:00, 4, 2026-11-23T13:00",
        "2026-11-23T17:00, 4, 2026-11-24T12:00",
        "2026-11-27T17:30, 4, 2026-11-30T12:30",
        "2026-11-28T12:00, 1, 2026-11-30T10:00",
        "2026-11-23T10:00, 0, 2026-11-23T10:00",
        "2026-11-23T10:00, 8, 2026-11-23T18:00",
        "2026-11-23T10:00, 45, 2026-11-30T10:00",
    })
    void the_clock_stands_still_at_night_and_at_weekends(LocalDateTime start, int working, LocalDateTime due) {
        assertDue(account(ZoneId.of("Asia/Shanghai"), "CN", "09:00", "18:00", MONDAY_TO_FRIDAY), start, working, due);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2026-02-13T17:00, 2, 2026-02-14T10:00, the Saturday before Spring Festival is worked",
        "2026-02-14T17:00, 2, 2026-02-24T10:00, Spring Festival lasts nine days",
        "2026-02-27T17:00, 2, 2026-02-28T10:00, the Saturday after it is worked",
        "2026-01-02T12:00, 1, 2026-01-04T10:00, New Year ends on a worked Sunday",
        "2026-04-30T17:00, 2, 2026-05-06T10:00, Labour Day lasts five days",
        "2026-09-18T17:00, 2, 2026-09-20T10:00, the Sunday before National Day is worked",
        "2026-09-30T17:00, 2, 2026-10-08T10:00, National Day lasts seven days",
        "2027-02-05T12:00, 1, 2027-02-09T10:00, 2027 knows the statutory days",
        "2028-01-31T17:00, 2, 2028-02-01T10:00, a year without a file counts plain weekends",
    })
    void mainland_china_moves_working_days(LocalDateTime start, int working, LocalDateTime due, String why) {
        assertDue(account(ZoneId.of("Asia/Shanghai"), "CN", "09:00", "18:00", MONDAY_TO_FRIDAY), start, working, due);
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource({
        "GB, 2026-12-24T17:00, 2, 2026-12-29T10:00, Boxing Day on a Saturday is made up on Monday",
        "DE, 2026-12-24T17:00, 2, 2026-12-28T10:00, two days of Christmas",
        "US, 2026-11-25T17:00, 2, 2026-11-27T10:00, Thanksgiving",
    })
    void other_countries_have_their_holidays(
            String country, LocalDateTime start, int working, LocalDateTime due, String why) {
        assertDue(
                account(ZoneId.of("Europe/London"), country, "09:00", "18:00", MONDAY_TO_FRIDAY), start, working, due);
    }

    @Test
    void an_account_that_never_works_is_named() {
        Account never = account(ZoneId.of("Asia/Shanghai"), "CN", "09:00", "18:00", Set.of());

        assertThatThrownBy(() -> hours.add(never, Instant.parse("2028-01-01T00:00:00Z"), Duration.ofHours(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test has no working time in ten years");
    }

    private void assertDue(Account account, LocalDateTime start, int working, LocalDateTime due) {
        Instant begins = start.atZone(account.zone()).toInstant();
        Instant ends = hours.add(account, begins, Duration.ofHours(working));
        assertThat(ends.atZone(account.zone()).toLocalDateTime()).isEqualTo(due);
        assertThat(hours.between(account, begins, ends)).isEqualTo(Duration.ofHours(working));
    }

    private static Account account(ZoneId zone, String country, String from, String to, Set<DayOfWeek> days) {
        return new Account(
                "test",
                "Test",
                "site",
                "Site",
                zone,
                country,
                LocalTime.parse(from),
                LocalTime.parse(to),
                days,
                Duration.ofMinutes(30),
                100,
                1000,
                "AI",
                Collections.emptySortedSet());
    }
}
