package io.watchdesk.platform;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends threads of our own without interrupting them: H2 closes its file for everybody when a thread that reads or writes it
 * is interrupted, and then nobody else could bring the own work to an end.
 */
public final class OrderlyEnd {

    private static final int PATIENCE_SECONDS = 5;

    private OrderlyEnd() {}

    /** Takes no new work and waits some seconds for what runs; whoever takes longer loses its database. */
    public static void of(ExecutorService threads) {
        threads.shutdown();
        try {
            threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
