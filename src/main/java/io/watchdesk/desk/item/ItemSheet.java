package io.watchdesk.desk.item;

import io.watchdesk.content.Asset;
import io.watchdesk.content.Piece;
import io.watchdesk.content.PieceList;
import io.watchdesk.content.Version;
import io.watchdesk.publishing.Publication;
import io.watchdesk.review.Approvals;
import io.watchdesk.review.Round;
import io.watchdesk.review.SignOff;
import io.watchdesk.review.Stage;
import io.watchdesk.review.VersionDifference;
import io.watchdesk.screening.Screenings;
import java.util.List;

/**
 * Everything about one piece of content.
 *
 * @param accounts names of the accounts of its brief
 * @param submissions its versions, the newest first
 * @param shown the version whose text is shown, or null while nothing was submitted
 * @param before the number of the version that it is compared with, or null
 * @param changes what differs between the two, empty when nothing does
 * @param screening the newest report on the shown version, or null
 * @param approval the approval in force, or null
 * @param reviews all reviews, the newest first
 * @param publications oldest first
 * @param assets of the shown version
 */
public record ItemSheet(
        Piece piece,
        List<String> accounts,
        List<PieceList.Submission> submissions,
        Version shown,
        Integer before,
        List<VersionDifference.Part> changes,
        Screenings.Report screening,
        Approvals.Approval approval,
        List<Review> reviews,
        List<Post> publications,
        List<Asset> assets) {

    /** One review with what people decided in it. */
    public record Review(Round round, List<Stage> stages, List<SignOff> signOffs) {}

    /** @param account the account's name */
    public record Post(Publication publication, String account) {}
}
