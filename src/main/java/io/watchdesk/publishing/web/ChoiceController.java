package io.watchdesk.publishing.web;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Ledger;
import io.watchdesk.publishing.Publication;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the start forms of withdrawal, take-down and correction offer to choose from. */
@RestController
class ChoiceController {

    private static final int MOST = 200;
    private static final Set<Piece.Stage> NOT_OUT =
            EnumSet.of(Piece.Stage.DRAFTING, Piece.Stage.IN_REVIEW, Piece.Stage.SCHEDULED);
    private static final Set<String> SEE_DRAFTS = Set.of("planners", "managers");

    private final Ledger ledger;
    private final Contents contents;
    private final Accounts accounts;
    private final People people;

    ChoiceController(Ledger ledger, Contents contents, Accounts accounts, People people) {
        this.ledger = ledger;
        this.contents = contents;
        this.accounts = accounts;
        this.people = people;
    }

    /** The newest posts that are out, as everybody can read them. */
    @GetMapping("/api/published-posts")
    List<Post> publishedPosts() {
        return ledger.inState(Publication.State.PUBLISHED).stream()
                .filter(publication -> publication.corrects() == null)
                .sorted(Comparator.comparing(Publication::publishedAt).reversed())
                .limit(MOST)
                .map(this::post)
                .toList();
    }

    /** The newest pieces of which nothing is out, for those who may withdraw them. */
    @GetMapping("/api/unpublished-pieces")
    List<Unpublished> unpublishedPieces() {
        List<String> groups = people.groupsOf(people.actor());
        if (Collections.disjoint(groups, SEE_DRAFTS)) {
            throw new Refused(
                    "Pieces that are not out are shown to planners and managers only, who may withdraw them.");
        }
        return contents.pieces().stream()
                .filter(piece -> NOT_OUT.contains(piece.stage()))
                .limit(MOST)
                .map(piece -> new Unpublished(piece.id(), piece.title(), Outcomes.text(piece.stage())))
                .toList();
    }

    private Post post(Publication publication) {
        return new Post(
                publication.id(),
                publication.pieceId(),
                contents.version(publication.pieceId(), publication.revision()).title(),
                accounts.find(publication.accountId()).map(Account::name).orElse(publication.accountId()),
                publication.link(),
                publication.publishedAt());
    }

    /** A post that is out. */
    record Post(
            String publicationId, String pieceId, String title, String accountName, String link, Instant publishedAt) {}

    /** @param stage as lower-camel text */
    record Unpublished(String pieceId, String title, String stage) {}
}
