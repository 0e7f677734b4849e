package io.watchdesk.publishing.process;

import io.watchdesk.platform.TypedVariable;
import io.watchdesk.publishing.Takedowns;

/** The words of the model {@code content-takedown}. */
final class ContentTakedownModel {

    static final String PROCESS = "content-takedown";

    static final String SERVICE_OPEN_TAKEDOWN = "ServiceTask_OpenTakedown";
    static final String SERVICE_TAKE_DOWN_CONTENT = "ServiceTask_TakeDownContent";
    static final String USER_TAKE_DOWN_MANUALLY = "UserTask_TakeDownManually";
    static final String END_CONTENT_TAKEN_DOWN = "EndEvent_ContentTakenDown";

    static final TypedVariable<String> PUBLICATION_ID = new TypedVariable<>("publicationId", String.class);
    static final TypedVariable<Takedowns.Reason> TAKEDOWN_REASON =
            new TypedVariable<>("takedownReason", Takedowns.Reason.class);
    static final TypedVariable<String> REASON_TEXT = new TypedVariable<>("reasonText", String.class);
    /** What shows that the reason is true. */
    static final TypedVariable<String> PROOF = new TypedVariable<>("proof", String.class);

    static final TypedVariable<String> PIECE_ID = new TypedVariable<>("pieceId", String.class);
    static final TypedVariable<String> CONTENT_TITLE = new TypedVariable<>("contentTitle", String.class);
    static final TypedVariable<String> ACCOUNT_NAME = new TypedVariable<>("accountName", String.class);
    /** The reason as one sentence. */
    static final TypedVariable<String> PUBLICATION_PROBLEM = new TypedVariable<>("publicationProblem", String.class);

    /** See {@link io.watchdesk.publishing.AfterCare.TakeDown}. */
    static final TypedVariable<Object> TAKEDOWN_OUTCOME = new TypedVariable<>("takedownOutcome", Object.class);

    static final TypedVariable<TakedownVerdict> TAKEDOWN_VERDICT =
            new TypedVariable<>("takedownVerdict", TakedownVerdict.class);
    /** How it can be seen that the post is gone. */
    static final TypedVariable<String> EVIDENCE = new TypedVariable<>("evidence", String.class);

    private ContentTakedownModel() {}

    /** What a person says after they were asked to take a post down. */
    enum TakedownVerdict {
        DOWN,
        /** The channel shall try once more. */
        AGAIN
    }
}
