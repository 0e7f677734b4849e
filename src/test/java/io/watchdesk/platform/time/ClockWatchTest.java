package io.watchdesk.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockWatchTest {

    private Instant clock = Instant.parse("2026-11-22T12:00:00Z");
    private long passed;

    @Test
    void a_clock_that_goes_as_time_passes_is_no_trouble() {
        ClockWatch steady = new ClockWatch(() -> clock.toEpochMilli(), () -> passed);
        for (int look = 0; look < 100; look++) {
            passes(Duration.ofSeconds(30), Duration.ofSeconds(look % 9));

            assertThat(steady.troubles()).isEmpty();
            clock = clock.minusSeconds(look % 9);
            steady.troubles();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT1H, jumped ahead by 3600 seconds, timers came so much too early",
        "PT-1H, jumped back by 3600 seconds, timers come so much too late",
        "P1D, jumped ahead by 86400 seconds, timers came so much too early",
        "PT11S, jumped ahead by 11 seconds, timers came so much too early"
    })
    void a_jump_is_told_for_a_quarter_of_an_hour_and_once(Duration jump, String what, String meaning) {
        ClockWatch jumping = new ClockWatch(() -> clock.toEpochMilli(), () -> passed);
        passes(Duration.ofSeconds(30), jump);

        String name = jumping.troubles().get(0).name();
        assertThat(jumping.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.sentence()).contains(what, meaning);
            assertThat(trouble.name())
                    .as("the same alarm for as long as it is told")
                    .isEqualTo(name);
        });
        passes(Duration.ofMinutes(14), Duration.ZERO);
        assertThat(jumping.troubles()).hasSize(1);
        passes(Duration.ofMinutes(2), Duration.ZERO);
        assertThat(jumping.troubles()).isEmpty();
    }

    private void passes(Duration time, Duration jump) {
        passed += time.toNanos();
        clock = clock.plus(time).plus(jump);
    }
}
