package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Publication.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws under the locks of the ledger's rows, so that no claim can come in between. */
@Service
@Transactional
class PieceWithdrawals implements Withdrawals {

    private static final Set<State> UNDER_WAY = EnumSet.of(State.IN_FLIGHT, State.WITH_PERSON, State.UNKNOWN);

    private final Publications publications;
    private final Ledger ledger;
    private final Contents contents;
    private final Accounts accounts;
    private final AuditLog audit;

    PieceWithdrawals(Publications publications, Ledger ledger, Contents contents, Accounts accounts, AuditLog audit) {
        this.publications = publications;
        this.ledger = ledger;
        this.contents = contents;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public void withdraw(String pieceId, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refused("Say why the piece is withdrawn.");
        }
        contents.piece(pieceId);
        List<Publication> rows = locked(pieceId);
        rows.forEach(this::needsRest);
        for (Publication row : rows) {
            if (row.state() == State.PUBLISHED) {
                throw new Refused("It is out on %s already. Take that post down, or drop what is still planned."
                        .formatted(name(row)));
            }
        }
        rows.stream().filter(Publication::waiting).forEach(row -> ledger.drop(row.id(), reason));
        contents.moveTo(pieceId, Piece.Stage.WITHDRAWN);
        audit.record("publishing.pieceWithdrawn", pieceId, null, Map.of("reason", reason));
    }

    @Override
    public void needsNothingUnderWay(String pieceId) {
        locked(pieceId).forEach(this::needsRest);
    }

    private List<Publication> locked(String pieceId) {
        return publications.ofPiece(pieceId).stream()
                .map(row -> publications.lock(row.id()))
                .toList();
    }

    private void needsRest(Publication row) {
        if (UNDER_WAY.contains(row.state())) {
            throw new Refused("It is on its way to %s at this moment. Wait until that ended, then decide again."
                    .formatted(name(row)));
        }
    }

    private String name(Publication row) {
        return accounts.find(row.accountId()).map(Account::name).orElse(row.accountId());
    }
}
