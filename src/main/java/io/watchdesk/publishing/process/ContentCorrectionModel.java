package io.watchdesk.publishing.process;

import io.watchdesk.platform.TypedVariable;

/** The words of the model {@code content-correction}. */
final class ContentCorrectionModel {

    static final String PROCESS = "content-correction";

    static final String SERVICE_OPEN_CORRECTION = "ServiceTask_OpenCorrection";
    static final String USER_WRITE_CORRECTION = "UserTask_WriteCorrection";
    static final String SERVICE_SCREEN_CONTENT = "ServiceTask_ScreenContent";
    static final String CALL_REVIEW_CONTENT = "CallActivity_ReviewContent";
    static final String SERVICE_PLAN_CORRECTIONS = "ServiceTask_PlanCorrections";
    static final String CALL_PUBLISH_CONTENT = "CallActivity_PublishContent";
    static final String END_CONTENT_CORRECTED = "EndEvent_ContentCorrected";
    static final String END_CORRECTION_DROPPED = "EndEvent_CorrectionDropped";
    static final String END_CORRECTION_REJECTED = "EndEvent_CorrectionRejected";
    static final String END_CORRECTION_WITHDRAWN = "EndEvent_CorrectionWithdrawn";

    static final String ESCALATION_REVISION_REQUESTED = "contentRevisionRequested";
    static final String ESCALATION_CONTENT_WITHDRAWN = "contentWithdrawn";

    /** The piece's id; another name than {@code pieceId}, so that a start form cannot write that one. */
    static final TypedVariable<String> CORRECTED_PIECE = new TypedVariable<>("correctedPiece", String.class);

    static final TypedVariable<String> REASON_TEXT = new TypedVariable<>("reasonText", String.class);

    static final TypedVariable<String> PIECE_ID = new TypedVariable<>("pieceId", String.class);
    static final TypedVariable<String> CONTENT_TITLE = new TypedVariable<>("contentTitle", String.class);
    static final TypedVariable<Integer> CONTENT_VERSION = new TypedVariable<>("contentVersion", Integer.class);
    static final TypedVariable<String> ACCOUNT_NAME = new TypedVariable<>("accountName", String.class);
    static final TypedVariable<CorrectionDecision> CORRECTION_DECISION =
            new TypedVariable<>("correctionDecision", CorrectionDecision.class);
    static final TypedVariable<String> SCREENING_OUTCOME = new TypedVariable<>("screeningOutcome", String.class);
    static final TypedVariable<String> REVIEW_VERDICT = new TypedVariable<>("reviewVerdict", String.class);
    /** A list of publication ids. */
    static final TypedVariable<Object> PUBLICATION_IDS = new TypedVariable<>("publicationIds", Object.class);

    static final TypedVariable<String> PUBLICATION_ID = new TypedVariable<>("publicationId", String.class);

    private ContentCorrectionModel() {}

    /** What the writer decides. */
    enum CorrectionDecision {
        SUBMIT,
        GIVE_UP
    }
}
