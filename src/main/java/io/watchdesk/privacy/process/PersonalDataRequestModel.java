package io.watchdesk.privacy.process;

import io.watchdesk.platform.TypedVariable;
import io.watchdesk.privacy.DataRequest;

/** The words of the model {@code personal-data-request}. */
final class PersonalDataRequestModel {

    static final String PROCESS = "personal-data-request";

    static final String SERVICE_OPEN_REQUEST = "ServiceTask_OpenRequest";
    static final String SERVICE_EXPORT_DATA = "ServiceTask_ExportData";
    static final String SERVICE_ERASE_DATA = "ServiceTask_EraseData";
    static final String TASK_APPROVE_REQUEST = "UserTask_ApproveRequest";
    static final String TASK_CLEAR_OBSTACLES = "UserTask_ClearObstacles";
    static final String TASK_HAND_OVER_EXPORT = "UserTask_HandOverExport";
    static final String END_PERSON_ERASED = "EndEvent_PersonErased";
    static final String END_EXPORT_HANDED_OVER = "EndEvent_ExportHandedOver";
    static final String END_REQUEST_REJECTED = "EndEvent_RequestRejected";
    static final String END_REQUEST_WITHDRAWN = "EndEvent_RequestWithdrawn";

    static final TypedVariable<DataRequest.Kind> REQUEST_KIND =
            new TypedVariable<>("requestKind", DataRequest.Kind.class);
    /** Id of a team member; taken away as soon as the request is opened, like the next two. */
    static final TypedVariable<String> PERSON = new TypedVariable<>("person", String.class);
    /** How somebody outside is called, one name or address a line. */
    static final TypedVariable<String> OUTSIDE_WORDS = new TypedVariable<>("outsideWords", String.class);

    static final TypedVariable<String> REASON_TEXT = new TypedVariable<>("reasonText", String.class);
    static final TypedVariable<String> REQUEST_ID = new TypedVariable<>("requestId", String.class);
    /** Says nothing about the person. */
    static final TypedVariable<String> REQUEST_TITLE = new TypedVariable<>("requestTitle", String.class);

    static final TypedVariable<Verdict> REQUEST_VERDICT = new TypedVariable<>("requestVerdict", Verdict.class);
    static final TypedVariable<Erasure> ERASURE_OUTCOME = new TypedVariable<>("erasureOutcome", Erasure.class);
    static final TypedVariable<ObstacleAnswer> OBSTACLE_ANSWER =
            new TypedVariable<>("obstacleAnswer", ObstacleAnswer.class);

    private PersonalDataRequestModel() {}

    /** What the second person decided. */
    enum Verdict {
        APPROVED,
        REJECTED
    }

    /** What came of an erasure. */
    enum Erasure {
        ERASED,
        BLOCKED;

        static Erasure of(boolean erased) {
            return erased ? ERASED : BLOCKED;
        }
    }

    /** What is to be done after obstacles. */
    enum ObstacleAnswer {
        TRY_AGAIN,
        GIVE_UP
    }
}
