package io.watchdesk.signal;

import java.time.Duration;
import java.time.Instant;

/** So many at once, and as many again in every window, evenly. Safe for many threads. */
final class TokenBucket {

    private final int capacity;
    private final double perMilli;
    private double tokens;
    private Instant filledAt;

    TokenBucket(int capacity, Duration window, Instant now) {
        this.capacity = capacity;
        this.perMilli = (double) capacity / window.toMillis();
        this.tokens = capacity;
        this.filledAt = now;
    }

    /** Takes one; the answer is how long to wait until there is one again, zero when one was taken. */
    synchronized Duration take(Instant now) {
        long elapsed = Duration.between(filledAt, now).toMillis();
        // Threads come a little out of order; only a clock that was really set back is followed back.
        if (elapsed >= 0 || -elapsed > capacity / perMilli) {
            tokens = Math.min(capacity, tokens + Math.max(0, elapsed) * perMilli);
            filledAt = now;
        }
        if (tokens >= 1) {
            tokens--;
            return Duration.ZERO;
        }
        return Duration.ofMillis((long) Math.ceil((1 - tokens) / perMilli));
    }
}
