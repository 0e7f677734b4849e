package io.watchdesk.platform.node;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import io.watchdesk.platform.node.MemoryExhausted.Watch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** Where an application learns that its memory is used up; that it ends is proven by the lives of OutOfMemoryTest. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MemoryExhaustedTest {

    private static final OutOfMemoryError ERROR = new OutOfMemoryError("Java heap space");

    private final AtomicInteger ends = new AtomicInteger();
    private final Watch watch = new Watch(ends::incrementAndGet);

    @Test
    void whatever_is_logged_with_the_error_ends_the_process_however_deep_it_lies() {
        assertThat(endsBy(log -> log.error("A step failed.", ERROR))).isTrue();
        assertThat(endsBy(log -> log.warn("{} failed", "it", new IllegalStateException(new RuntimeException(ERROR)))))
                .isTrue();
        assertThat(endsBy(log -> log.debug("what nobody prints: {} {} {}", 1, 2, 3, ERROR)))
                .isTrue();
    }

    @Test
    void nothing_else_that_is_logged_does() {
        Exception circle = new Exception("first");
        circle.initCause(new Exception("second", circle));

        assertThat(endsBy(log -> log.error("OutOfMemoryError", new StackOverflowError())))
                .isFalse();
        assertThat(endsBy(log -> log.error("A circle", circle))).isFalse();
        assertThat(endsBy(log -> log.error("{}", "no error at all"))).isFalse();
    }

    @Test
    void a_thread_that_ends_by_it_ends_the_process() throws InterruptedException {
        assertThat(endsAfter(new IllegalStateException("something else"))).isFalse();
        assertThat(endsAfter(ERROR)).isTrue();
    }

    private boolean endsAfter(Throwable thrown) throws InterruptedException {
        ends.set(0);
        Thread thread = new Thread(() -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        });
        thread.setUncaughtExceptionHandler(watch);
        thread.start();
        thread.join();
        return ends.get() > 0;
    }

    private boolean endsBy(Consumer<Logger> logged) {
        ends.set(0);
        LoggerContext loggers = new LoggerContext();
        loggers.addTurboFilter(watch);
        logged.accept(loggers.getLogger("test"));
        return ends.get() > 0;
    }
}
