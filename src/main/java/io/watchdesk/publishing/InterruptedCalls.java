package io.watchdesk.publishing;

import io.watchdesk.publishing.Publication.State;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * At start-up, calls that this machine had begun before it died are written down as unknown. This is book-keeping only:
 * the publication's own process, whose step runs again, stays the one that looks up and decides.
 */
@Component
class InterruptedCalls {

    private final Publications rows;
    private final ChannelPublishRun run;
    private final TransactionOperations transactions;
    private final Node node;
    private final Instant boot;

    InterruptedCalls(
            Publications rows, ChannelPublishRun run, TransactionOperations transactions, Node node, Clock clock) {
        this.rows = rows;
        this.run = run;
        this.transactions = transactions;
        this.node = node;
        this.boot = clock.instant();
    }

    @EventListener(ApplicationStartedEvent.class)
    void markUnknown() {
        rows.inState(State.IN_FLIGHT).stream()
                .filter(p -> p.callStartedAt() != null
                        && p.callStartedAt().isBefore(boot)
                        && node.name().equals(p.node()))
                .forEach(p -> transactions.executeWithoutResult(status -> run.interrupted(p.id())));
    }
}
