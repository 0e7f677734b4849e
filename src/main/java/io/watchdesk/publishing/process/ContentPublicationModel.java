package io.watchdesk.publishing.process;

import io.watchdesk.platform.TypedVariable;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The words of the model {@code content-publication}. */
final class ContentPublicationModel {

    static final String PROCESS = "content-publication";

    static final String SERVICE_LOAD_PUBLICATION = "ServiceTask_LoadPublication";
    static final String USER_AWAIT_SLOT = "UserTask_AwaitSlot";
    static final String TIMER_SLOT_REACHED = "TimerEvent_SlotReached";
    static final String MESSAGE_EVENT_PUBLICATION_HELD = "MessageEvent_PublicationHeld";
    static final String SERVICE_CLAIM_PUBLICATION = "ServiceTask_ClaimPublication";
    static final String SERVICE_PUBLISH_CONTENT = "ServiceTask_PublishContent";
    static final String TIMER_RETRY_DUE = "TimerEvent_RetryDue";
    static final String SERVICE_LOOK_UP_PUBLICATION = "ServiceTask_LookUpPublication";
    static final String USER_CONFIRM_PUBLICATION = "UserTask_ConfirmPublication";
    static final String USER_PUBLISH_MANUALLY = "UserTask_PublishManually";
    static final String USER_RESOLVE_FAILED_PUBLICATION = "UserTask_ResolveFailedPublication";
    static final String USER_DECIDE_LATE_PUBLICATION = "UserTask_DecideLatePublication";
    static final String USER_DECIDE_HELD_PUBLICATION = "UserTask_DecideHeldPublication";
    static final String END_CONTENT_PUBLISHED = "EndEvent_ContentPublished";
    static final String END_APPROVAL_LOST = "EndEvent_ApprovalLost";
    static final String END_PUBLICATION_GONE = "EndEvent_PublicationGone";
    static final String END_REVISION_REQUESTED = "EndEvent_RevisionRequested";
    static final String END_CONTENT_WITHDRAWN = "EndEvent_ContentWithdrawn";
    static final String END_PUBLICATION_DROPPED = "EndEvent_PublicationDropped";

    static final String MESSAGE_PUBLICATION_HELD = "publishing.publicationHeld";
    static final String ESCALATION_REVISION_REQUESTED = "contentRevisionRequested";
    static final String ESCALATION_CONTENT_WITHDRAWN = "contentWithdrawn";

    static final TypedVariable<String> PUBLICATION_ID = new TypedVariable<>("publicationId", String.class);
    static final TypedVariable<String> PIECE_ID = new TypedVariable<>("pieceId", String.class);
    static final TypedVariable<String> CONTENT_TITLE = new TypedVariable<>("contentTitle", String.class);
    static final TypedVariable<String> ACCOUNT_NAME = new TypedVariable<>("accountName", String.class);

    /** ISO instant in UTC at which it is meant to go out. */
    static final TypedVariable<String> SLOT_AT = new TypedVariable<>("slotAt", String.class);
    /** ISO instant in UTC at which the claim is repeated. */
    static final TypedVariable<String> RETRY_AT = new TypedVariable<>("retryAt", String.class);
    /** Why a person is asked, as a sentence. */
    static final TypedVariable<String> PUBLICATION_PROBLEM = new TypedVariable<>("publicationProblem", String.class);

    /** See {@link io.watchdesk.publishing.PublicationSteps.Lane}. */
    static final TypedVariable<Integer> PUBLICATION_PRIORITY =
            new TypedVariable<>("publicationPriority", Integer.class);
    /** Groups with commas between them; see {@link io.watchdesk.publishing.PublicationSteps.Lane}. */
    static final TypedVariable<String> PUBLISHING_GROUPS = new TypedVariable<>("publishingGroups", String.class);

    /** See {@link io.watchdesk.publishing.PublicationSteps.SlotStatus}. */
    static final TypedVariable<Object> SLOT_STATUS = new TypedVariable<>("slotStatus", Object.class);
    /** See {@link io.watchdesk.publishing.PublicationSteps.ClaimOutcome}. */
    static final TypedVariable<Object> CLAIM_OUTCOME = new TypedVariable<>("claimOutcome", Object.class);
    /** See {@link io.watchdesk.publishing.PublishRun.Outcome}. */
    static final TypedVariable<Object> PUBLISH_OUTCOME = new TypedVariable<>("publishOutcome", Object.class);
    /** See {@link io.watchdesk.publishing.PublishRun.Outcome}. */
    static final TypedVariable<Object> LOOK_UP_OUTCOME = new TypedVariable<>("lookUpOutcome", Object.class);

    /** See {@link io.watchdesk.publishing.PublicationDecisions.Decision}. */
    static final TypedVariable<String> PUBLICATION_DECISION = new TypedVariable<>("publicationDecision", String.class);

    static final TypedVariable<String> DECISION_REASON = new TypedVariable<>("decisionReason", String.class);
    /** Local time of the account, as {@code 2026-12-01T08:30}. */
    static final TypedVariable<String> NEW_SLOT = new TypedVariable<>("newSlot", String.class);
    /** Whether the post is out: {@code out} or {@code absent}. */
    static final TypedVariable<PostVerdict> POST_VERDICT = new TypedVariable<>("postVerdict", PostVerdict.class);

    static final TypedVariable<String> POST_LINK = new TypedVariable<>("postLink", String.class);

    private ContentPublicationModel() {}

    /** Empties what an earlier task answered, because the next form would show it as its own default. */
    static void forgetAnswers(VariableScope scope) {
        PUBLICATION_DECISION.set(scope, null);
        POST_VERDICT.set(scope, null);
        forgetDetails(scope);
    }

    /** Empties the answers that were carried out and are written down in the ledger. */
    static void forgetDetails(VariableScope scope) {
        DECISION_REASON.set(scope, null);
        NEW_SLOT.set(scope, null);
        POST_LINK.set(scope, null);
    }

    /** The answer, or an empty text. */
    static String text(TypedVariable<String> variable, VariableScope scope) {
        String value = variable.get(scope);
        return value == null ? "" : value.strip();
    }

    /** What people say about a post. */
    enum PostVerdict {
        OUT,
        ABSENT
    }
}
