package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.RestoredBackup;
import io.watchdesk.publishing.Publication.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * After a restore, looks before anything leaves the house: what was to go out since the backup was made may be out, though
 * this database does not know. Such publications are unknown from now on and looked up at their channel at once; where the
 * channel cannot tell, their process asks a person. Runs before the job executor starts.
 */
@Component
class RestoredPublications implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(RestoredPublications.class);

    private final RestoredBackup backup;
    private final Publications rows;
    private final Holds holds;
    private final Accounts accounts;
    private final ChannelPublishRun run;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    RestoredPublications(
            RestoredBackup backup,
            Publications rows,
            Holds holds,
            Accounts accounts,
            ChannelPublishRun run,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        this.backup = backup;
        this.rows = rows;
        this.holds = holds;
        this.accounts = accounts;
        this.run = run;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        backup.takenAt().ifPresent(this::reconcile);
    }

    void reconcile(Instant takenAt) {
        List<Publication> doubtful = rows.inState(State.PLANNED, State.READY, State.IN_FLIGHT).stream()
                .filter(publication -> mayBeOut(publication, takenAt))
                .toList();
        doubtful.forEach(publication ->
                transactions.executeWithoutResult(status -> run.unknownSince(publication.id(), takenAt)));
        doubtful.forEach(publication -> run.lookUp(publication.id()));
        transactions.executeWithoutResult(status -> {
            audit.record("publishing.reconciledAfterRestore", "watchdesk", takenAt.toString(), ends(doubtful));
            backup.reconciled();
        });
        LOG.warn(
                "This database was restored from a backup of {}. {} publications were to go out since; looked up: {}",
                takenAt,
                doubtful.size(),
                ends(doubtful));
    }

    /** Whether its slot came between the backup and now, and nothing that the backup knew kept it from going out. */
    private boolean mayBeOut(Publication publication, Instant takenAt) {
        if (publication.state() == State.IN_FLIGHT) {
            return true;
        }
        Instant slot = publication.slot().at();
        Duration grace =
                accounts.find(publication.accountId()).map(Account::grace).orElse(Duration.ZERO);
        return !slot.isAfter(clock.instant())
                && (publication.lateAllowed() || !slot.plus(grace).isBefore(takenAt))
                && holds.openFor(publication.id()).isEmpty();
    }

    private List<String> ends(List<Publication> doubtful) {
        return doubtful.stream()
                .map(publication -> "%s %s"
                        .formatted(publication.id(), rows.get(publication.id()).state()))
                .toList();
    }
}
