package io.watchdesk.signal;

import java.time.Duration;

/** Time spans as people say them. */
public final class Spans {

    private Spans() {}

    /** For example "5 minutes", or "90 seconds" where no larger unit fits. */
    public static String inWords(Duration span) {
        long seconds = Math.max(1, span.toSeconds());
        if (seconds % 3600 == 0) {
            return many(seconds / 3600, "hour");
        }
        return seconds % 60 == 0 ? many(seconds / 60, "minute") : many(seconds, "second");
    }

    private static String many(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
