package io.watchdesk.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a local time means on the days on which clocks change, in five zones. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlotTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2026-03-29T02:30, 2026-03-29T03:00, 2026-03-29T01:00:00Z",
        "Europe/London,       2026-03-29T01:15, 2026-03-29T02:00, 2026-03-29T01:00:00Z",
        "America/Chicago,     2026-03-08T02:00, 2026-03-08T03:00, 2026-03-08T08:00:00Z",
        "Australia/Lord_Howe, 2026-10-04T02:10, 2026-10-04T02:30, 2026-10-03T15:30:00Z",
        "America/Santiago,    2026-09-06T00:45, 2026-09-06T01:00, 2026-09-06T04:00:00Z"
    })
    void a_time_that_the_clocks_skip_becomes_the_first_minute_after_the_gap(
            String zone, String wished, String shown, String at) {
        Slot slot = Slot.of(LocalDateTime.parse(wished), ZoneId.of(zone));

        assertThat(slot.local()).isEqualTo(shown);
        assertThat(slot.at()).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2026-10-25T02:30, 2026-10-25T00:30:00Z",
        "Europe/London,       2026-10-25T01:15, 2026-10-25T00:15:00Z",
        "America/Chicago,     2026-11-01T01:00, 2026-11-01T06:00:00Z",
        "Australia/Lord_Howe, 2026-04-05T01:45, 2026-04-04T14:45:00Z",
        "America/Santiago,    2026-04-04T23:30, 2026-04-05T02:30:00Z"
    })
    void a_time_that_the_clocks_show_twice_is_the_first_of_the_two(String zone, String wished, String at) {
        Slot slot = Slot.of(LocalDateTime.parse(wished), ZoneId.of(zone));

        assertThat(slot.local()).isEqualTo(wished);
        assertThat(slot.at()).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, 2026-11-27T07:45, 2026-11-26T23:45:00Z",
        "Europe/Berlin, 2028-02-29T18:15, 2028-02-29T17:15:00Z",
        "Europe/Berlin, 2026-12-31T23:59, 2026-12-31T22:59:00Z",
        "Asia/Shanghai, 2036-11-27T07:45, 2036-11-26T23:45:00Z"
    })
    void every_other_time_is_itself(String zone, String wished, String at) {
        assertThat(Slot.of(LocalDateTime.parse(wished), ZoneId.of(zone)).at()).isEqualTo(at);
    }
}
