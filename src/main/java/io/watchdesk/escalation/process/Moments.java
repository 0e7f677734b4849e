package io.watchdesk.escalation.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the engine's timers read them. */
final class Moments {

    private Moments() {}

    static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
