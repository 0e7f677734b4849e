package io.watchdesk.publishing;

import io.watchdesk.account.Account;
import io.watchdesk.audit.AuditEntry;
import io.watchdesk.content.Asset;
import io.watchdesk.content.Piece;
import io.watchdesk.content.Version;
import io.watchdesk.review.Round;
import io.watchdesk.review.SignOff;
import io.watchdesk.review.Stage;
import io.watchdesk.screening.Screenings;
import java.time.Instant;
import java.util.List;

/**
 * Who let what out, when and where: everything that is known about one publication, complete in itself.
 *
 * @param assembledBy the person who asked for it
 * @param canonicalForm the RFC 8785 document that was cleared to go out, or that would go out now when none was yet
 * @param canonicalFormSha256 computed over {@code canonicalForm} when this bundle was made
 * @param matchesApproval whether that is the approved hash
 * @param reviews every review of this version, with its stages and sign-offs
 * @param screening the newest report on this version with its word-list version, or null
 * @param files the assets with their rights, and the hash of each file as it is stored now
 * @param attempts every step and answer of the ledger
 * @param related the post that it corrects, or its corrections
 * @param audit the audit entries of the piece, newest first, with their chain hashes
 */
public record Evidence(
        Instant assembledAt,
        String assembledBy,
        Publication publication,
        Account account,
        Piece piece,
        Version version,
        String canonicalForm,
        String canonicalFormSha256,
        boolean matchesApproval,
        List<Review> reviews,
        Screenings.Report screening,
        List<File> files,
        List<Ledger.Attempt> attempts,
        List<Publication> related,
        List<AuditEntry> audit) {

    /** One review with what people decided in it. */
    public record Review(Round round, List<Stage> stages, List<SignOff> signOffs) {}

    /** An asset and the hash of its file as it is stored now. */
    public record File(Asset asset, String storedSha256) {}
}
