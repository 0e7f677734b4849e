package io.watchdesk.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenBucketTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final TokenBucket bucket = new TokenBucket(60, Duration.ofMinutes(1), NOON);

    @Test
    void so_many_at_once_and_one_more_whenever_its_time_has_come() {
        assertThat(taken(100, NOON)).isEqualTo(60);
        assertThat(bucket.take(NOON)).isEqualTo(Duration.ofSeconds(1));
        assertThat(bucket.take(NOON.plusMillis(400))).isEqualTo(Duration.ofMillis(600));
        assertThat(taken(100, NOON.plusSeconds(1))).isOne();
        assertThat(taken(100, NOON.plusSeconds(11))).isEqualTo(10);
        assertThat(taken(100, NOON.plusSeconds(3600))).isEqualTo(60);
    }

    @Test
    void threads_that_come_out_of_order_get_nothing_twice() {
        taken(60, NOON);
        for (int round = 0; round < 100; round++) {
            bucket.take(NOON.plusMillis(900));
            bucket.take(NOON.plusMillis(100));
        }

        assertThat(taken(100, NOON.plusSeconds(1))).isOne();
    }

    @Test
    void a_clock_that_was_set_back_stops_nobody_for_as_long() {
        taken(60, NOON.plusSeconds(86_400));

        assertThat(taken(100, NOON)).isZero();
        assertThat(taken(100, NOON.plusSeconds(30))).isEqualTo(30);
    }

    private long taken(int tries, Instant now) {
        return IntStream.range(0, tries)
                .filter(each -> bucket.take(now).isZero())
                .count();
    }
}
