package io.watchdesk.desk.item;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import io.watchdesk.content.PieceList;
import io.watchdesk.content.Version;
import io.watchdesk.publishing.Ledger;
import io.watchdesk.review.Approvals;
import io.watchdesk.review.Reviews;
import io.watchdesk.review.VersionDifference;
import io.watchdesk.screening.Screenings;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is known about a piece. */
@Component
@Transactional(readOnly = true)
public class ItemSheets {

    private final Contents contents;
    private final PieceList pieces;
    private final Accounts accounts;
    private final Screenings screenings;
    private final Approvals approvals;
    private final Reviews reviews;
    private final Ledger ledger;

    ItemSheets(
            Contents contents,
            PieceList pieces,
            Accounts accounts,
            Screenings screenings,
            Approvals approvals,
            Reviews reviews,
            Ledger ledger) {
        this.contents = contents;
        this.pieces = pieces;
        this.accounts = accounts;
        this.screenings = screenings;
        this.approvals = approvals;
        this.reviews = reviews;
        this.ledger = ledger;
    }

    /**
     * The sheet of a piece that exists; empty for any other.
     *
     * @param version whose text is shown; one that does not exist means the newest
     * @param before with which it is compared; one that does not exist means the one before it
     */
    public Optional<ItemSheet> of(String pieceId, Integer version, Integer before) {
        if (pieces.titles(List.of(pieceId)).isEmpty()) {
            return Optional.empty();
        }
        Piece piece = contents.piece(pieceId);
        List<PieceList.Submission> submissions = pieces.submissions(pieceId);
        List<Integer> numbers =
                submissions.stream().map(PieceList.Submission::number).toList();
        Integer shown = numbers.contains(version)
                ? version
                : numbers.stream().findFirst().orElse(null);
        Integer other = numbers.contains(before)
                ? before
                : numbers.stream()
                        .filter(n -> shown != null && n < shown)
                        .findFirst()
                        .orElse(null);
        Version text = shown == null ? null : contents.version(pieceId, shown);
        return Optional.of(new ItemSheet(
                piece,
                piece.brief().accounts().stream().map(this::name).toList(),
                submissions,
                text,
                other == null || other.equals(shown) ? null : other,
                other == null || other.equals(shown)
                        ? List.of()
                        : VersionDifference.between(contents.version(pieceId, other), text),
                shown == null ? null : screenings.latest(pieceId, shown).orElse(null),
                approvals.current(pieceId).orElse(null),
                reviews.rounds(pieceId).stream()
                        .map(round ->
                                new ItemSheet.Review(round, reviews.stages(round.id()), reviews.signOffs(round.id())))
                        .toList(),
                ledger.ofPiece(pieceId).stream()
                        .map(publication -> new ItemSheet.Post(publication, name(publication.accountId())))
                        .toList(),
                text == null ? List.of() : contents.assets(text)));
    }

    private String name(String accountId) {
        return accounts.find(accountId).map(Account::name).orElse(accountId);
    }
}
