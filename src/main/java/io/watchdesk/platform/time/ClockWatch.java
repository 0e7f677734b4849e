package io.watchdesk.platform.time;

import io.watchdesk.platform.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Notices that this machine's clock was set, or stood still with the machine: then timers come early or late by as much,
 * although every deadline is kept as a moment. Compares the clock with the time that passes, which nobody can set.
 */
@Component
class ClockWatch implements Watched {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    /** Less is the ordinary work of a time service. */
    private static final Duration WORTH_AN_ALARM = Duration.ofSeconds(10);

    /** So long it is told, because nothing ends it: what came early or late has to be looked at. */
    private static final Duration TOLD_FOR = Duration.ofMinutes(15);

    private final LongSupplier millis;
    private final LongSupplier nanos;
    private long lastMillis;
    private long lastNanos;
    private long jumpedNanos;
    private Duration jump = Duration.ZERO;
    private Instant jumpedAt;

    /** On this machine's own clock. */
    @Autowired
    ClockWatch() {
        this(System::currentTimeMillis, System::nanoTime);
    }

    ClockWatch(LongSupplier millis, LongSupplier nanos) {
        this.millis = millis;
        this.nanos = nanos;
        this.lastMillis = millis.getAsLong();
        this.lastNanos = nanos.getAsLong();
    }

    @Override
    public synchronized List<Trouble> troubles() {
        long nowNanos = nanos.getAsLong();
        long nowMillis = millis.getAsLong();
        Duration by = Duration.ofMillis(nowMillis - lastMillis).minusNanos(nowNanos - lastNanos);
        lastMillis = nowMillis;
        lastNanos = nowNanos;
        if (by.abs().compareTo(WORTH_AN_ALARM) > 0) {
            jump = by;
            jumpedAt = Instant.ofEpochMilli(nowMillis);
            jumpedNanos = nowNanos;
            LOG.error("The clock jumped by {} seconds.", by.toSeconds());
        }
        if (jump.isZero() || nowNanos - jumpedNanos > TOLD_FOR.toNanos()) {
            return List.of();
        }
        return List.of(new Trouble(
                "clock " + jumpedAt,
                "The clock of this machine jumped %s by %d seconds before %s. Mend its time service; then look at what was due: %s."
                        .formatted(
                                jump.isNegative() ? "back" : "ahead",
                                jump.abs().toSeconds(),
                                jumpedAt,
                                jump.isNegative()
                                        ? "timers come so much too late until the clock has caught up"
                                        : "timers came so much too early")));
    }

    @Override
    public boolean ofThisMachine() {
        return true;
    }
}
