package io.watchdesk.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.platform.People;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Collects what a transaction records and appends it right before the commit, so that the lock on the head of the chain is
 * the last one a transaction takes: it is held for the commit only and cannot be part of a deadlock.
 */
@Component
class ChainedAuditLog implements AuditLog {

    private final AuditEntries entries;
    private final People people;
    private final Clock clock;
    private final ObjectMapper json;
    private final TransactionTemplate ownTransaction;

    ChainedAuditLog(
            AuditEntries entries,
            People people,
            Clock clock,
            ObjectMapper json,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.people = people;
        this.clock = clock;
        this.json = json;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void record(String action, String subject, Object before, Object after) {
        Recorded recorded = new Recorded(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                people.actor(),
                action,
                subject,
                text(before),
                text(after));
        AtCommit atCommit = TransactionSynchronizationManager.isActualTransactionActive() ? atCommit() : null;
        if (atCommit == null || atCommit.over) {
            ownTransaction.executeWithoutResult(status -> append(List.of(recorded)));
        } else if (atCommit.written) {
            append(List.of(recorded));
        } else {
            atCommit.recorded.add(recorded);
        }
    }

    private AtCommit atCommit() {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof AtCommit atCommit) {
                return atCommit;
            }
        }
        AtCommit atCommit = new AtCommit();
        TransactionSynchronizationManager.registerSynchronization(atCommit);
        return atCommit;
    }

    private void append(List<Recorded> recorded) {
        AuditEntries.Head head = entries.lockedHead();
        for (Recorded one : recorded) {
            AuditEntry entry = AuditEntry.chained(
                    head.sequence() + 1,
                    one.at,
                    one.actor,
                    one.action,
                    one.subject,
                    one.before,
                    one.after,
                    head.hash());
            entries.append(entry);
            head = new AuditEntries.Head(entry.sequence(), entry.hash());
        }
        entries.moveHead(head);
    }

    private String text(Object value) {
        if (value == null) {
            return null;
        }
        try {
            return WellFormed.text(json.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("%s cannot be recorded as JSON.".formatted(value.getClass()), e);
        }
    }

    private record Recorded(Instant at, String actor, String action, String subject, String before, String after) {}

    /** What one transaction has recorded so far; Spring keeps it aside while another transaction runs in between. */
    private final class AtCommit implements TransactionSynchronization {

        private final List<Recorded> recorded = new ArrayList<>();
        private boolean written;
        private boolean over;

        @Override
        public void beforeCommit(boolean readOnly) {
            append(recorded);
            written = true;
        }

        @Override
        public void beforeCompletion() {
            over = true;
        }
    }
}
