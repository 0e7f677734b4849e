package io.watchdesk.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices that this run itself was stopped for a while (SIGSTOP, a laptop that slept): what was under way then has waited in
 * vain for lives that stood still too, and says nothing.
 */
final class Standstill {

    private static final Duration TICK = Duration.ofSeconds(1);

    /** A busy machine lets nobody wait so long. */
    private static final Duration STOPPED = Duration.ofSeconds(30);

    private volatile long last = System.nanoTime() - STOPPED.toNanos();

    Standstill() {
        Thread watch = new Thread(this::watch, "standstill");
        watch.setDaemon(true);
        watch.start();
    }

    /** Whether it stood still since this moment of {@link System#nanoTime()}. */
    boolean happenedSince(long begin) {
        return last - begin > 0;
    }

    private void watch() {
        for (long before = System.nanoTime(); ; before = System.nanoTime()) {
            LockSupport.parkNanos(TICK.toNanos());
            if (System.nanoTime() - before > STOPPED.toNanos()) {
                last = System.nanoTime();
                System.out.println("It stood still meanwhile; what was under way is done again.");
            }
        }
    }
}
