package io.watchdesk.statement.process;

import io.watchdesk.platform.TypedVariable;
import io.watchdesk.statement.Audience;
import io.watchdesk.statement.UpdateNeed;

/** The words of the model {@code crisis-update}. */
final class CrisisUpdateModel {

    static final String PROCESS = "crisis-update";

    static final String USER_WRITE_UPDATE = "UserTask_WriteUpdate";
    static final String TIMER_HALF_TIME_OVER = "TimerEvent_HalfTimeOver";
    static final String TIMER_TIME_NEARLY_OVER = "TimerEvent_TimeNearlyOver";
    static final String TIMER_UPDATE_OVERDUE = "TimerEvent_UpdateOverdue";

    static final String MESSAGE_UPDATE_DEMANDED = "statement.updateDemanded";

    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    static final TypedVariable<String> CRISIS_TITLE = new TypedVariable<>("crisisTitle", String.class);
    static final TypedVariable<String> CRISIS_LEVEL = new TypedVariable<>("crisisLevel", String.class);
    static final TypedVariable<String> CRISIS_MODE = new TypedVariable<>("crisisMode", String.class);
    static final TypedVariable<Audience> AUDIENCE = new TypedVariable<>("audience", Audience.class);
    static final TypedVariable<UpdateNeed> UPDATE_NEED = new TypedVariable<>("updateNeed", UpdateNeed.class);

    /** ISO instants in UTC. */
    static final TypedVariable<String> UPDATE_DUE = new TypedVariable<>("updateDue", String.class);

    static final TypedVariable<String> UPDATE_WARNING_AT = new TypedVariable<>("updateWarningAt", String.class);
    static final TypedVariable<String> UPDATE_LAST_WARNING_AT =
            new TypedVariable<>("updateLastWarningAt", String.class);

    private CrisisUpdateModel() {}
}
