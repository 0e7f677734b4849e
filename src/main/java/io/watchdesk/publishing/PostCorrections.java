package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.content.Contents;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Publication.State;
import io.watchdesk.review.Approvals;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans corrections in the ledger, one for each post that is out. */
@Service
@Transactional
class PostCorrections implements Corrections {

    private final Ledger ledger;
    private final Withdrawals withdrawals;
    private final Contents contents;
    private final Accounts accounts;
    private final Approvals approvals;
    private final AuditLog audit;
    private final Clock clock;

    PostCorrections(
            Ledger ledger,
            Withdrawals withdrawals,
            Contents contents,
            Accounts accounts,
            Approvals approvals,
            AuditLog audit,
            Clock clock) {
        this.ledger = ledger;
        this.withdrawals = withdrawals;
        this.contents = contents;
        this.accounts = accounts;
        this.approvals = approvals;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Opened open(String pieceId, String reason) {
        String title = contents.piece(pieceId).title();
        if (reason.isBlank()) {
            throw new Refused("Describe what has to be corrected.");
        }
        withdrawals.needsNothingUnderWay(pieceId);
        List<Publication> out = out(pieceId);
        if (out.isEmpty()) {
            throw new Refused("Nothing of %s is out, so there is nothing to correct.".formatted(pieceId));
        }
        audit.record("publishing.correctionRequested", pieceId, null, Map.of("reason", reason));
        return new Opened(
                title,
                out.stream()
                        .map(post -> accounts.find(post.accountId())
                                .map(Account::name)
                                .orElse(post.accountId()))
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public List<String> plan(String pieceId) {
        int revision = approvals
                .current(pieceId)
                .map(Approvals.Approval::version)
                .orElseThrow(() ->
                        new Refused("%s has no approval in force, so it cannot be corrected.".formatted(pieceId)));
        return out(pieceId).stream()
                .map(post ->
                        ledger.planCorrection(post.id(), revision, now(post)).id())
                .toList();
    }

    private List<Publication> out(String pieceId) {
        return ledger.ofPiece(pieceId).stream()
                .filter(publication -> publication.corrects() == null)
                .filter(publication -> publication.state() == State.PUBLISHED)
                .toList();
    }

    private Slot now(Publication post) {
        return Slot.of(
                LocalDateTime.ofInstant(clock.instant(), post.slot().zone()),
                post.slot().zone());
    }
}
