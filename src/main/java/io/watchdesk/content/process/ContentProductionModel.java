package io.watchdesk.content.process;

import io.watchdesk.platform.TypedVariable;

/** The words of the model {@code content-production}. */
final class ContentProductionModel {

    static final String PROCESS = "content-production";

    static final String START_BRIEF_RECEIVED = "StartEvent_BriefReceived";
    static final String SERVICE_OPEN_PIECE = "ServiceTask_OpenPiece";
    static final String USER_WRITE_DRAFT = "UserTask_WriteDraft";
    static final String SERVICE_SCREEN_CONTENT = "ServiceTask_ScreenContent";
    static final String CALL_REVIEW_CONTENT = "CallActivity_ReviewContent";
    static final String SERVICE_PLAN_PUBLICATIONS = "ServiceTask_PlanPublications";
    static final String USER_CHOOSE_SLOT = "UserTask_ChooseSlot";
    static final String CALL_PUBLISH_CONTENT = "CallActivity_PublishContent";
    static final String SERVICE_RECORD_REJECTION = "ServiceTask_RecordRejection";
    static final String SERVICE_CLOSE_CONTENT = "ServiceTask_CloseContent";

    static final String MESSAGE_WITHDRAWN = "content.withdrawn";

    static final String ESCALATION_REVISION_REQUESTED = "contentRevisionRequested";
    static final String ESCALATION_WITHDRAWN = "contentWithdrawn";

    /** What the start form asks; see {@link io.watchdesk.content.Brief}. */
    static final TypedVariable<String> TOPIC = new TypedVariable<>("topic", String.class);

    static final TypedVariable<String> CATEGORY = new TypedVariable<>("category", String.class);
    static final TypedVariable<String> AUDIENCE = new TypedVariable<>("audience", String.class);
    static final TypedVariable<String> TIER = new TypedVariable<>("tier", String.class);
    static final TypedVariable<String> FORMAT = new TypedVariable<>("format", String.class);
    /** Account ids with commas between them. */
    static final TypedVariable<String> ACCOUNTS = new TypedVariable<>("accounts", String.class);
    /** {@code at} for a wished time, {@code nextSlot} for the next free one. */
    static final TypedVariable<String> PUBLISH_WHEN = new TypedVariable<>("publishWhen", String.class);
    /** Local date and time without zone, as {@code 2026-12-01T08:30}. */
    static final TypedVariable<String> WISHED_AT = new TypedVariable<>("wishedAt", String.class);

    static final TypedVariable<String> NOTES = new TypedVariable<>("notes", String.class);

    static final TypedVariable<String> PIECE_ID = new TypedVariable<>("pieceId", String.class);
    static final TypedVariable<String> CONTENT_TITLE = new TypedVariable<>("contentTitle", String.class);
    static final TypedVariable<Integer> CONTENT_VERSION = new TypedVariable<>("contentVersion", Integer.class);
    /** Who filled in the brief. */
    static final TypedVariable<String> PLANNER = new TypedVariable<>("planner", String.class);
    /** Who wrote last and gets the piece back; null until somebody has. */
    static final TypedVariable<String> WRITER = new TypedVariable<>("writer", String.class);
    /** ISO instant in UTC by which the draft should be submitted. */
    static final TypedVariable<String> DRAFT_DUE = new TypedVariable<>("draftDue", String.class);
    /** Names of the target accounts, as lists show them. */
    static final TypedVariable<String> ACCOUNT_NAME = new TypedVariable<>("accountName", String.class);

    static final TypedVariable<String> SCREENING_OUTCOME = new TypedVariable<>("screeningOutcome", String.class);
    static final TypedVariable<String> REVIEW_VERDICT = new TypedVariable<>("reviewVerdict", String.class);
    static final TypedVariable<String> SCHEDULING_OUTCOME = new TypedVariable<>("schedulingOutcome", String.class);
    static final TypedVariable<Object> PUBLICATION_IDS = new TypedVariable<>("publicationIds", Object.class);

    /** The one publication that a call of {@code content-publication} is about. */
    static final TypedVariable<String> PUBLICATION_ID = new TypedVariable<>("publicationId", String.class);
    /** What a publisher chose, a JSON object from publication id to local time. */
    static final TypedVariable<String> SLOTS = new TypedVariable<>("slots", String.class);

    private ContentProductionModel() {}
}
