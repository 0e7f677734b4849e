package io.watchdesk.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.watchdesk.notification.MailServer.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HangGuardTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:10:00Z");
    private static final Unavailable TIMEOUT = new Unavailable("timed out", null);
    private static final Unavailable OTHER = new Unavailable("451 busy", null);

    private final Clock clock = mock(Clock.class);
    private final HangGuard guard = new HangGuard(clock);

    @BeforeEach
    void now() {
        when(clock.instant()).thenReturn(NOW);
    }

    @Test
    void after_a_timeout_others_fail_at_once_and_one_asks_again_later() {
        assertThat(called(TIMEOUT)).isSameAs(TIMEOUT);
        assertThatThrownBy(() -> called(null)).isInstanceOf(Unavailable.class).hasMessageContaining("left alone");

        when(clock.instant()).thenReturn(NOW.plus(HangGuard.PAUSE));
        RuntimeException probe = guard.around(
                () -> {
                    assertThatThrownBy(() -> called(null)).as("one at a time").isInstanceOf(Unavailable.class);
                    return TIMEOUT;
                },
                failure -> failure == TIMEOUT);
        assertThat(probe).isSameAs(TIMEOUT);
        assertThatThrownBy(() -> called(null)).isInstanceOf(Unavailable.class);

        when(clock.instant()).thenReturn(NOW.plus(HangGuard.PAUSE.multipliedBy(2)));
        assertThat(called(null)).isNull();
        assertThat(called(null)).isNull();
    }

    @Test
    void other_trouble_keeps_nobody_waiting() {
        assertThat(called(OTHER)).isSameAs(OTHER);
        assertThat(called(null)).isNull();
    }

    @Test
    void a_clock_that_was_set_back_stops_no_mail() {
        called(TIMEOUT);
        when(clock.instant()).thenReturn(NOW.minus(Duration.ofDays(1)));

        assertThat(called(null)).isNull();
    }

    private RuntimeException called(RuntimeException outcome) {
        return guard.around(() -> outcome, failure -> failure == TIMEOUT);
    }
}
