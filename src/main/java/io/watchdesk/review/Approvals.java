package io.watchdesk.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which exact text of a piece is approved, and by whom. */
public interface Approvals {

    /** The approval in force, or empty: none was given, or an edit voided it. */
    Optional<Approval> current(String pieceId);

    /** The newest approval ever given, voided or not; what a re-review compares with. */
    Optional<Approval> lastGiven(String pieceId);

    /** Voids the approval in force, if any. */
    void voidApproval(String pieceId, String reason);

    /**
     * An approval bound to exactly one text.
     *
     * @param hash the content hash it is bound to
     * @param listVersion the word-list version its screening used
     */
    record Approval(
            String pieceId, int version, String hash, String listVersion, List<SignOff> signOffs, Instant approvedAt) {}

    /** One person's sign-off at one stage. */
    record SignOff(String stage, String person, Instant at, String comment) {}
}
