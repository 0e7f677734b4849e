package io.watchdesk.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Hands change on the local clock, also on the nights on which the clocks change: nobody twice, never nobody. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockChangeTest {

    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "Europe/London",
            "America/New_York",
            "Australia/Lord_Howe",
            "America/St_Johns",
            "Asia/Kolkata");
    private static final List<String> RULES = List.of(
            "FREQ=DAILY",
            "FREQ=WEEKLY",
            "FREQ=MONTHLY",
            "FREQ=HOURLY",
            "FREQ=HOURLY;INTERVAL=12",
            "FREQ=DAILY;INTERVAL=3");

    static Stream<Arguments> switches() {
        return ZONES.stream().flatMap(zone -> switchesOf(zone).map(moment -> Arguments.of(zone, moment)));
    }

    private static Stream<Instant> switchesOf(String zone) {
        Instant first = Instant.parse("2027-01-01T00:00:00Z");
        ZoneOffsetTransition one = ZoneId.of(zone).getRules().nextTransition(first);
        if (one == null) {
            // Where the clocks never change, the nights of Europe's switches are nights like all others.
            return Stream.of(Instant.parse("2027-03-28T01:00:00Z"), Instant.parse("2027-10-31T01:00:00Z"));
        }
        return Stream.of(one, ZoneId.of(zone).getRules().nextTransition(one.getInstant()))
                .map(ZoneOffsetTransition::getInstant);
    }

    @ParameterizedTest
    @MethodSource("switches")
    void around_a_switch_as_many_are_on_call_as_are_meant_at_every_second(String zone, Instant change) {
        for (String rule : RULES) {
            for (int perShift = 1; perShift <= 2; perShift++) {
                for (LocalTime handOver :
                        List.of(LocalTime.of(1, 30), LocalTime.of(2, 0), LocalTime.of(2, 15), LocalTime.NOON)) {
                    exactly(perShift, rota(zone, rule, handOver, perShift, null), change, Duration.ofSeconds(1), 2);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("switches")
    void two_half_days_never_leave_a_gap_nor_overlap(String zone, Instant change) {
        Layer day = new Layer(
                List.of("a", "b"), 1, "FREQ=DAILY", LocalTime.of(8, 0), LocalDate.of(2027, 1, 1), Duration.ofHours(12));
        Layer night = new Layer(
                List.of("c", "d"),
                1,
                "FREQ=DAILY",
                LocalTime.of(20, 0),
                LocalDate.of(2027, 1, 1),
                Duration.ofHours(12));

        exactly(
                1,
                new Rota("tier", "Tier", null, ZoneId.of(zone), List.of(day, night), 1),
                change,
                Duration.ofMinutes(1),
                48);
    }

    @Test
    void random_rotations_have_exactly_as_many_as_are_meant_at_random_seconds() {
        Random random = new Random(20261122);
        for (int trial = 0; trial < 150; trial++) {
            String zone = ZONES.get(random.nextInt(ZONES.size()));
            int perShift = 1 + random.nextInt(3);
            Rota rota = rota(
                    zone,
                    RULES.get(random.nextInt(RULES.size())),
                    LocalTime.ofSecondOfDay(random.nextInt(86400)),
                    perShift,
                    List.of("a", "b", "c", "d", "e").subList(0, perShift + random.nextInt(3)));
            Roster roster = new Roster(rota, List.of(), List.of(), List.of());
            for (int look = 0; look < 20; look++) {
                Instant moment = Instant.parse("2027-01-03T00:00:00Z").plusSeconds(random.nextInt(400 * 86400));
                List<OnCall.Duty> now = roster.at(moment);
                assertThat(now).as("%s at %s", rota, moment).hasSize(perShift);
                assertThat(now)
                        .allMatch(duty ->
                                !duty.from().isAfter(moment) && duty.until().isAfter(moment));
                // The last moment of a duty and the first one after it belong to different shifts.
                Instant ends = now.get(0).until();
                assertThat(roster.at(ends.minusNanos(1))).hasSize(perShift);
                assertThat(roster.at(ends))
                        .hasSize(perShift)
                        .allMatch(duty -> duty.from().equals(ends));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // The clocks skip 02:00 to 03:00: hands change when they skip.
        "America/New_York, 02:30, 2027-03-14, 2027-03-14T07:00:00Z",
        "Europe/London, 01:30, 2027-03-28, 2027-03-28T01:00:00Z",
        // They skip only half an hour here.
        "Australia/Lord_Howe, 02:15, 2027-10-03, 2027-10-02T15:30:00Z",
        // The clocks show the hour twice: hands change the first time only.
        "America/New_York, 01:30, 2027-11-07, 2027-11-07T05:30:00Z",
        "Europe/London, 01:30, 2027-10-31, 2027-10-31T00:30:00Z",
        "Australia/Lord_Howe, 01:45, 2027-04-04, 2027-04-03T14:45:00Z",
        "America/St_Johns, 01:30, 2027-11-07, 2027-11-07T04:00:00Z",
        "Asia/Shanghai, 02:30, 2027-03-28, 2027-03-27T18:30:00Z",
        "Asia/Kolkata, 02:30, 2027-03-28, 2027-03-27T21:00:00Z"
    })
    void hands_change_once_at_the_moment_that_the_local_time_means(
            String zone, LocalTime handOver, LocalDate day, Instant expected) {
        Roster roster = new Roster(rota(zone, "FREQ=DAILY", handOver, 1, null), List.of(), List.of(), List.of());
        Instant midnight = day.atStartOfDay(ZoneId.of(zone)).toInstant();

        List<Instant> changes = roster.between(midnight, midnight.plus(Duration.ofHours(20))).stream()
                .map(OnCall.Duty::from)
                .filter(from -> from.isAfter(midnight))
                .toList();

        assertThat(changes).containsExactly(expected);
    }

    @Test
    void a_week_is_a_week_on_the_local_clock() {
        Roster roster = new Roster(
                rota("Europe/London", "FREQ=WEEKLY", LocalTime.of(9, 0), 1, null), List.of(), List.of(), List.of());

        assertThat(roster.between(Instant.parse("2027-03-20T00:00:00Z"), Instant.parse("2027-04-12T00:00:00Z")))
                .extracting(duty -> LocalDateTime.ofInstant(duty.until(), ZoneId.of("Europe/London"))
                        .toLocalTime())
                .contains(LocalTime.of(9, 0))
                .containsOnly(LocalTime.of(9, 0), LocalTime.of(1, 0));
    }

    /** Looks at every step of some hours around a moment. */
    private static void exactly(int meant, Rota rota, Instant change, Duration step, int hours) {
        Roster roster = new Roster(rota, List.of(), List.of(), List.of());
        Instant from = change.minus(Duration.ofHours(hours));
        Instant to = change.plus(Duration.ofHours(hours));
        List<OnCall.Duty> duties = roster.between(from, to);
        List<String> wrong = new ArrayList<>();
        for (Instant moment = from; moment.isBefore(to); moment = moment.plus(step)) {
            int count = 0;
            for (OnCall.Duty duty : duties) {
                if (!moment.isBefore(duty.from()) && moment.isBefore(duty.until())) {
                    count++;
                }
            }
            if (count != meant) {
                wrong.add("%s: %d on call".formatted(moment, count));
            }
        }
        assertThat(wrong).as("%s", rota).isEmpty();
        assertThat(roster.gaps(from, to)).isEmpty();
    }

    private static Rota rota(String zone, String rule, LocalTime handOver, int perShift, List<String> people) {
        return new Rota(
                "tier",
                "Tier",
                null,
                ZoneId.of(zone),
                List.of(new Layer(
                        people == null ? List.of("a", "b", "c") : people,
                        perShift,
                        rule,
                        handOver,
                        LocalDate.of(2027, 1, 1),
                        null)),
                1);
    }
}
