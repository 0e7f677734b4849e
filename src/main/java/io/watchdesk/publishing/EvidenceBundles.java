package io.watchdesk.publishing;

import io.watchdesk.account.Accounts;
import io.watchdesk.audit.AuditEntries;
import io.watchdesk.audit.AuditLog;
import io.watchdesk.content.Asset;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Version;
import io.watchdesk.platform.People;
import io.watchdesk.review.Reviews;
import io.watchdesk.review.Round;
import io.watchdesk.screening.Screenings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the evidence of a publication together; that somebody took it is audited. */
@Component
@Transactional
public class EvidenceBundles {

    private static final int MOST_AUDIT_ENTRIES = 1000;

    private final Publications rows;
    private final Accounts accounts;
    private final Contents contents;
    private final Reviews reviews;
    private final Screenings screenings;
    private final AuditEntries entries;
    private final AuditLog audit;
    private final People people;
    private final Clock clock;

    EvidenceBundles(
            Publications rows,
            Accounts accounts,
            Contents contents,
            Reviews reviews,
            Screenings screenings,
            AuditEntries entries,
            AuditLog audit,
            People people,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.contents = contents;
        this.reviews = reviews;
        this.screenings = screenings;
        this.entries = entries;
        this.audit = audit;
        this.people = people;
        this.clock = clock;
    }

    /** The evidence of a publication as of now. */
    public Evidence of(String publicationId) {
        Publication publication = rows.get(publicationId);
        String pieceId = publication.pieceId();
        Version version = contents.version(pieceId, publication.revision());
        String form = rows.text(publicationId, publication.hash()).orElseGet(() -> contents.canonicalForm(version));
        String formHash = sha256(form.getBytes(StandardCharsets.UTF_8));
        audit.record("publishing.evidenceTaken", pieceId, null, publicationId);
        return new Evidence(
                clock.instant(),
                people.actor(),
                publication,
                accounts.find(publication.accountId()).orElse(null),
                contents.piece(pieceId),
                version,
                form,
                formHash,
                formHash.equals(publication.hash()),
                reviews.rounds(pieceId).stream()
                        .filter(round -> round.version() == publication.revision())
                        .map(this::review)
                        .toList(),
                screenings.latest(pieceId, publication.revision()).orElse(null),
                contents.assets(version).stream().map(this::file).toList(),
                rows.attempts(publicationId),
                related(publication),
                entries.about(pieceId, MOST_AUDIT_ENTRIES));
    }

    private Evidence.Review review(Round round) {
        return new Evidence.Review(round, reviews.stages(round.id()), reviews.signOffs(round.id()));
    }

    private Evidence.File file(Asset asset) {
        return new Evidence.File(asset, sha256(contents.file(asset.id())));
    }

    private List<Publication> related(Publication publication) {
        return publication.corrects() == null
                ? rows.corrections(publication.id())
                : List.of(rows.get(publication.corrects()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime knows no SHA-256.", e);
        }
    }
}
