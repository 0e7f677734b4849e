package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Version;
import io.watchdesk.review.Approvals;
import io.watchdesk.review.Reviews;
import io.watchdesk.review.Round;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a crisis does to posts, as lists for people: what its holds keep back, and what is out already. */
@Component
@Transactional(readOnly = true)
public class HeldPosts {

    private static final int EXCERPT = 280;
    private static final List<String> RISKS = List.of("high", "medium", "low");

    private final Ledger ledger;
    private final Holds holds;
    private final Contents contents;
    private final Accounts accounts;
    private final Approvals approvals;
    private final Reviews reviews;

    HeldPosts(Ledger ledger, Holds holds, Contents contents, Accounts accounts, Approvals approvals, Reviews reviews) {
        this.ledger = ledger;
        this.holds = holds;
        this.contents = contents;
        this.accounts = accounts;
        this.approvals = approvals;
        this.reviews = reviews;
    }

    /** Everything that waits and that these areas cover: what cannot be stopped first, then by risk, then by slot. */
    public List<Post> waiting(List<Area> areas) {
        return areas.stream()
                .flatMap(area -> holds.wouldCover(area.scope(), area.value()).stream())
                .distinct()
                .map(ledger::get)
                .map(this::post)
                .sorted(Comparator.comparing((Post post) -> !post.handedOver())
                        .thenComparing(post -> rank(post.risk()))
                        .thenComparing(post -> post.publication().slot().at())
                        .thenComparing(post -> post.publication().id()))
                .toList();
    }

    /** Everything in these areas that went out since then and is still out, newest first. */
    public List<Post> published(List<Area> areas, Instant since) {
        return ledger.inState(Publication.State.PUBLISHED).stream()
                .filter(publication -> publication.corrects() == null)
                .filter(publication -> publication.publishedAt() != null
                        && !publication.publishedAt().isBefore(since))
                .filter(publication -> areas.stream().anyMatch(area -> area.contains(publication, topic(publication))))
                .map(this::post)
                .sorted(Comparator.comparing((Post post) -> post.publication().publishedAt())
                        .reversed())
                .toList();
    }

    private String topic(Publication publication) {
        return contents.piece(publication.pieceId()).brief().topic();
    }

    private Post post(Publication publication) {
        Version version = contents.version(publication.pieceId(), publication.revision());
        Version.Variant text = version.forAccount(publication.accountId());
        Account account = accounts.find(publication.accountId()).orElse(null);
        boolean approved = approvals
                .current(publication.pieceId())
                .filter(approval -> approval.version() == publication.revision())
                .filter(approval -> approval.hash().equals(publication.hash()))
                .isPresent();
        return new Post(
                publication,
                text.title().isBlank() ? version.title() : text.title(),
                excerpt(text.body()),
                account == null ? publication.accountId() : account.name(),
                account == null ? publication.accountId() : account.platform(),
                risk(publication),
                approved,
                holds.openFor(publication.id()));
    }

    private String risk(Publication publication) {
        return reviews.rounds(publication.pieceId()).stream()
                .filter(round -> round.version() == publication.revision())
                .map(Round::risk)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("unknown");
    }

    /** Unknown risk stands with the highest. */
    private static int rank(String risk) {
        return Math.max(0, RISKS.indexOf(risk));
    }

    private static String excerpt(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    /** What a hold covers or would cover. */
    public record Area(Hold.Scope scope, String value) {

        boolean contains(Publication publication, String topic) {
            return switch (scope) {
                case EVERYTHING -> true;
                case ACCOUNT -> value.equals(publication.accountId());
                case PIECE -> value.equals(publication.pieceId());
                case TOPIC -> folded(value).equals(folded(topic));
            };
        }

        private static String folded(String topic) {
            return Normalizer.normalize(topic.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param risk what the newest review of this text found: {@code high}, {@code medium}, {@code low} or {@code unknown}
     * @param approved whether exactly this text is approved now
     * @param holds every open hold that covers it
     */
    public record Post(
            Publication publication,
            String title,
            String excerpt,
            String accountName,
            String platform,
            String risk,
            boolean approved,
            List<Hold> holds) {

        /** Whether it is with a person or a platform, where no hold of ours reaches. */
        public boolean handedOver() {
            return HANDED_OVER.contains(publication.state());
        }

        private static final Set<Publication.State> HANDED_OVER =
                Set.of(Publication.State.WITH_PERSON, Publication.State.UNKNOWN);

        /** Whether a hold of this owner stops it; a crisis does not stop its own word. */
        public boolean heldBy(String owner) {
            return holds.stream().anyMatch(hold -> hold.owner().equals(owner));
        }

        /** The open holds of others than this owner. */
        public Stream<Hold> holdsOfOthers(String owner) {
            return holds.stream().filter(hold -> !hold.owner().equals(owner));
        }
    }
}
