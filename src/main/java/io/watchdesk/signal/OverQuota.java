package io.watchdesk.signal;

import java.time.Duration;

/** A source brings more than its quota; what it brought was not stored. */
public class OverQuota extends RuntimeException {

    private final transient Duration retryAfter;

    /** @param retryAfter when the next signal would be taken */
    OverQuota(String source, Duration retryAfter) {
        super("The source %s sends more than its quota.".formatted(source));
        this.retryAfter = retryAfter;
    }

    /** When the next signal would be taken. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
