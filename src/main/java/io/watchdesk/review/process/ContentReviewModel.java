package io.watchdesk.review.process;

import io.watchdesk.platform.TypedVariable;
import io.watchdesk.review.Verdict;

/** The words of the model {@code content-review}. */
final class ContentReviewModel {

    static final String PROCESS = "content-review";
    static final String USER_REVIEW_CONTENT = "UserTask_ReviewContent";

    static final TypedVariable<String> PIECE_ID = new TypedVariable<>("pieceId", String.class);
    static final TypedVariable<String> CONTENT_TITLE = new TypedVariable<>("contentTitle", String.class);
    static final TypedVariable<Integer> CONTENT_VERSION = new TypedVariable<>("contentVersion", Integer.class);
    static final TypedVariable<String> ACCOUNT_NAME = new TypedVariable<>("accountName", String.class);
    /** ISO instant in UTC; the caller may hand it in, else it is the wished time, else a day that never comes. */
    static final TypedVariable<String> SLOT_AT = new TypedVariable<>("slotAt", String.class);

    static final TypedVariable<String> GRAVEST_FINDING = new TypedVariable<>("gravestFinding", String.class);
    static final TypedVariable<String> CONTENT_CATEGORY = new TypedVariable<>("contentCategory", String.class);
    static final TypedVariable<String> AI_DECLARATION = new TypedVariable<>("aiDeclaration", String.class);
    static final TypedVariable<String> CLAIMS = new TypedVariable<>("claims", String.class);
    static final TypedVariable<Object> PLATFORMS = new TypedVariable<>("platforms", Object.class);

    static final TypedVariable<String> CONTENT_RISK = new TypedVariable<>("contentRisk", String.class);
    /** Rows of the table {@code review-stages}; gone once the review is open. */
    static final TypedVariable<Object> STAGE_PLAN = new TypedVariable<>("stagePlan", Object.class);
    /** Rows of the table {@code review-checklist}; gone once the review is open. */
    static final TypedVariable<Object> CHECKLIST_PLAN = new TypedVariable<>("checklistPlan", Object.class);

    static final TypedVariable<String> REVIEW_ID = new TypedVariable<>("reviewId", String.class);
    static final TypedVariable<Object> REVIEW_STAGES = new TypedVariable<>("reviewStages", Object.class);
    static final TypedVariable<String> REVIEW_STAGE = new TypedVariable<>("reviewStage", String.class);

    static final TypedVariable<String> STAGE_TITLE = new TypedVariable<>("stageTitle", String.class);
    static final TypedVariable<String> STAGE_GROUP = new TypedVariable<>("stageGroup", String.class);
    static final TypedVariable<String> STAGE_STAFFING = new TypedVariable<>("stageStaffing", String.class);
    static final TypedVariable<Integer> STAGE_PRIORITY = new TypedVariable<>("stagePriority", Integer.class);
    static final TypedVariable<Integer> SIGN_OFFS_WANTED = new TypedVariable<>("signOffsWanted", Integer.class);
    static final TypedVariable<String> STAGE_DUE_AT = new TypedVariable<>("stageDueAt", String.class);
    static final TypedVariable<String> REMIND_AT = new TypedVariable<>("remindAt", String.class);
    static final TypedVariable<String> ESCALATE_AT = new TypedVariable<>("escalateAt", String.class);
    /** {@code open} or the text of a {@link Verdict}. */
    static final TypedVariable<String> STAGE_VERDICT = new TypedVariable<>("stageVerdict", String.class);

    /** What a review form answers; local to each reviewer's task. */
    static final TypedVariable<String> SIGN_OFF_VERDICT = new TypedVariable<>("signOffVerdict", String.class);

    static final TypedVariable<String> REASON_CODE = new TypedVariable<>("reasonCode", String.class);
    static final TypedVariable<String> REASON = new TypedVariable<>("reason", String.class);
    static final TypedVariable<String> COMMENT = new TypedVariable<>("comment", String.class);
    /** A JSON object: item to yes, no or notApplicable. */
    static final TypedVariable<String> CHECKLIST_ANSWERS = new TypedVariable<>("checklistAnswers", String.class);

    static final TypedVariable<String> CONTENT_HASH = new TypedVariable<>("contentHash", String.class);

    static final TypedVariable<StaffingDecision> STAFFING_DECISION =
            new TypedVariable<>("staffingDecision", StaffingDecision.class);
    static final TypedVariable<String> STAFFING_REASON = new TypedVariable<>("staffingReason", String.class);

    static final TypedVariable<Verdict> REVIEW_VERDICT = new TypedVariable<>("reviewVerdict", Verdict.class);

    private ContentReviewModel() {}
}
