package io.watchdesk.notification.mail;

import io.watchdesk.notification.MailServer.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Keeps a mail server that hangs from holding every thread of the job executor: after a call that timed out, other mails
 * fail at once for a while, and then one of them at a time finds out whether it is back. They are tried again later anyway.
 */
final class HangGuard {

    static final Duration PAUSE = Duration.ofSeconds(8);

    private final Clock clock;
    private Instant hungAt;
    private boolean probing;

    HangGuard(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes a call, or none while the server is known to hang.
     *
     * @param call answers what went wrong, or null
     * @param hung whether that was a timeout
     */
    RuntimeException around(Supplier<RuntimeException> call, java.util.function.Predicate<RuntimeException> hung) {
        boolean probe = enter();
        RuntimeException failure = null;
        try {
            failure = call.get();
            return failure;
        } finally {
            leave(probe, failure != null && hung.test(failure));
        }
    }

    private synchronized boolean enter() {
        if (hungAt == null) {
            return false;
        }
        Duration since = Duration.between(hungAt, clock.instant());
        boolean pausing = !since.isNegative() && since.compareTo(PAUSE) < 0;
        if (pausing || probing) {
            throw new Unavailable("the mail server hung a moment ago and is left alone for a few seconds.", null);
        }
        probing = true;
        return true;
    }

    private synchronized void leave(boolean probe, boolean hung) {
        probing &= !probe;
        if (hung) {
            hungAt = clock.instant();
        } else if (probe) {
            hungAt = null;
        }
    }
}
