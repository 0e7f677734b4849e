package io.watchdesk.crisis.process;

import io.watchdesk.platform.TypedVariable;

/** The words of the model {@code crisis-retrospective}. */
final class CrisisRetrospectiveModel {

    static final String PROCESS = "crisis-retrospective";

    static final String USER_HOLD_RETROSPECTIVE = "UserTask_HoldRetrospective";
    static final String SERVICE_PLAN_RETROSPECTIVE = "ServiceTask_PlanRetrospective";
    static final String SERVICE_START_ACTIONS = "ServiceTask_StartActions";
    static final String TIMER_REMINDER_DUE = "TimerEvent_ReminderDue";
    static final String TIMER_RETROSPECTIVE_OVERDUE = "TimerEvent_RetrospectiveOverdue";
    static final String END_RETROSPECTIVE_HELD = "EndEvent_RetrospectiveHeld";

    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    static final TypedVariable<String> CRISIS_TITLE = new TypedVariable<>("crisisTitle", String.class);
    static final TypedVariable<String> CRISIS_LEVEL = new TypedVariable<>("crisisLevel", String.class);
    static final TypedVariable<String> CRISIS_MODE = new TypedVariable<>("crisisMode", String.class);
    static final TypedVariable<String> RETROSPECTIVE_DUE = new TypedVariable<>("retrospectiveDue", String.class);
    static final TypedVariable<String> REMINDER_CYCLE = new TypedVariable<>("reminderCycle", String.class);
    static final TypedVariable<String> ESCALATION_CYCLE = new TypedVariable<>("escalationCycle", String.class);

    private CrisisRetrospectiveModel() {}
}
