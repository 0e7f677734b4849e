package io.watchdesk.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoundsTest {

    @Test
    void every_round_is_made_again_and_again_whatever_becomes_of_it_and_of_others() throws InterruptedException {
        CountDownLatch made = new CountDownLatch(3);
        CountDownLatch failed = new CountDownLatch(3);
        CountDownLatch never = new CountDownLatch(1);
        Rounds rounds = new Rounds(List.of(
                () -> List.of(round("hangs", () -> await(never)), round("is made", made::countDown)),
                () -> List.of(round("fails", () -> {
                    failed.countDown();
                    throw new IllegalStateException("on purpose");
                }))));
        try {
            rounds.begin();

            assertThat(made.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            rounds.end();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Round round(String name, Runnable deed) {
        return new Round(name, Duration.ofMillis(5), deed);
    }
}
