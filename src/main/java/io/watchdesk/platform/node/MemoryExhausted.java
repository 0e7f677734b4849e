package io.watchdesk.platform.node;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.lang.Thread.UncaughtExceptionHandler;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends the process at once when a thread has met an {@link OutOfMemoryError}, which is known from the threads that end by it
 * and from whatever is logged with it. That thread stopped in the middle, and a process that goes on without it may be
 * silent, while what was committed goes on after the next start. {@code -XX:+ExitOnOutOfMemoryError} does the same earlier,
 * but a jar cannot ask for it.
 */
class MemoryExhausted implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The code with which the JVM itself ends for this reason. */
    static final int EXIT_CODE = 3;

    /** More causes than any chain has that is no circle. */
    private static final int MOST_CAUSES = 50;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Watch watch = new Watch(MemoryExhausted::halt);
        if (!(Thread.getDefaultUncaughtExceptionHandler() instanceof Watch)) {
            Thread.setDefaultUncaughtExceptionHandler(watch);
        }
        ILoggerFactory logging = LoggerFactory.getILoggerFactory();
        if (logging instanceof LoggerContext loggers
                && loggers.getTurboFilterList().stream().noneMatch(Watch.class::isInstance)) {
            loggers.addTurboFilter(watch);
        }
    }

    /** No orderly end: it would need memory. */
    private static void halt() {
        try {
            System.err.println(
                    "Watchdesk ends: the Java machine has no memory left. Start it again; with a larger -Xmx it"
                            + " lasts longer.");
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    /** Looks at what threads end by and at what is logged. */
    static final class Watch extends TurboFilter implements UncaughtExceptionHandler {

        private final Runnable end;

        Watch(Runnable end) {
            this.end = end;
        }

        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            if (!ended(thrown)) {
                LoggerFactory.getLogger(MemoryExhausted.class).error("The thread {} ended.", thread.getName(), thrown);
            }
        }

        @Override
        public FilterReply decide(
                Marker marker, Logger logger, Level level, String format, Object[] values, Throwable thrown) {
            ended(thrown);
            if (values != null && values.length > 0 && values[values.length - 1] instanceof Throwable last) {
                ended(last);
            }
            return FilterReply.NEUTRAL;
        }

        /** Whether memory is behind it; the process has ended then, but for tests. */
        private boolean ended(Throwable thrown) {
            Throwable cause = thrown;
            for (int number = 0; cause != null && number < MOST_CAUSES; number++) {
                if (cause instanceof OutOfMemoryError) {
                    end.run();
                    return true;
                }
                cause = cause.getCause();
            }
            return false;
        }
    }
}
