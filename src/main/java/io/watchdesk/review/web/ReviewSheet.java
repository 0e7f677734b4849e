package io.watchdesk.review.web;

import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Asset;
import io.watchdesk.content.Brief;
import io.watchdesk.platform.Said;
import io.watchdesk.review.ChecklistItem;
import io.watchdesk.review.ReasonCode;
import io.watchdesk.review.Verdict;
import io.watchdesk.review.VersionDifference;
import io.watchdesk.screening.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Everything that a reviewer needs to decide, in one answer.
 *
 * @param barred why the current person may not sign off here, or null
 * @param outdated why this review can no longer approve, or null
 * @param contentHash what the form sends back to say which content was read
 */
record ReviewSheet(
        String pieceId,
        Brief brief,
        String planner,
        TextShown text,
        String contentHash,
        @Said String outdated,
        @Said String barred,
        StageShown stage,
        List<StepShown> stages,
        String risk,
        boolean inputKnown,
        Instant slot,
        Instant slotFreedAt,
        Instant now,
        ScreeningShown screening,
        List<Asset> assets,
        List<TargetShown> targets,
        ChangesShown changes,
        List<RoundShown> rounds,
        List<ReasonShown> reasons,
        int reasonMinLength,
        int textMaxLength) {

    record PersonShown(String id, String name) {}

    /** @param variants one for each account with a text of its own */
    record TextShown(
            int version,
            String title,
            String body,
            List<VariantShown> variants,
            List<String> links,
            AiDeclaration ai,
            PersonShown author,
            PersonShown editor,
            List<PersonShown> contributors,
            Instant submittedAt) {}

    record VariantShown(String account, String title, String body) {}

    /**
     * An account that the piece goes to, with its limits in characters (code points).
     *
     * @param languages in which it speaks, as tags such as {@code zh}; empty where nobody said
     */
    record TargetShown(
            String id,
            String name,
            String platform,
            String zone,
            int titleLimit,
            int bodyLimit,
            int titleLength,
            int bodyLength,
            String aiLabel,
            Set<String> languages) {}

    record StageShown(
            String title,
            String group,
            boolean veto,
            String rule,
            Instant openedAt,
            Instant dueAt,
            Instant escalatedAt,
            String zone,
            List<ChecklistItem> checklist) {}

    record StepShown(String title, int position, boolean current, Verdict verdict, List<SignOffShown> signOffs) {}

    record SignOffShown(
            String stage,
            String person,
            Verdict verdict,
            String kindOfReason,
            String reason,
            String comment,
            Instant at) {}

    /** @param note what a manager wrote who gave the piece back, or null */
    record RoundShown(
            String id,
            int version,
            Instant openedAt,
            Verdict verdict,
            List<SignOffShown> signOffs,
            String note,
            String notedBy) {}

    record ScreeningShown(String listVersion, Instant at, List<Finding> findings) {}

    record ChangesShown(int sinceVersion, Instant approvedAt, List<VersionDifference.Part> parts) {}

    record ReasonShown(ReasonCode code, String words) {}
}
