package io.watchdesk.drill.process;

import io.watchdesk.platform.TypedVariable;

/** The words of the model {@code crisis-drill}. */
final class CrisisDrillModel {

    static final String PROCESS = "crisis-drill";

    static final String SERVICE_START_DRILL = "ServiceTask_StartDrill";
    static final String SUB_PROCESS_RUN_DRILL = "SubProcess_RunDrill";
    static final String USER_OBSERVE_DRILL = "UserTask_ObserveDrill";
    static final String TIMER_SIGNAL_DUE = "TimerEvent_SignalDue";
    static final String TIMER_DRILL_TIME_OVER = "TimerEvent_DrillTimeOver";
    static final String USER_REVIEW_SCORE_CARD = "UserTask_ReviewScoreCard";
    static final String TIMER_REMINDER_DUE = "TimerEvent_ReminderDue";
    static final String END_NO_DRILL_PLANNED = "EndEvent_NoDrillPlanned";
    static final String END_DRILL_CANCELLED = "EndEvent_DrillCancelled";
    static final String END_DRILL_SCORED = "EndEvent_DrillScored";

    static final String MESSAGE_CALENDAR_REACHED = "drill.calendarReached";
    static final String MESSAGE_RESPONSE_ENDED = "drill.responseEnded";
    static final String MESSAGE_DRILL_CANCELLED = "drill.drillCancelled";

    static final TypedVariable<String> SCENARIO = new TypedVariable<>("scenario", String.class);
    static final TypedVariable<String> DRILL_LEVEL = new TypedVariable<>("drillLevel", String.class);
    static final TypedVariable<String> ANNOUNCEMENT = new TypedVariable<>("announcement", String.class);
    static final TypedVariable<String> ACCOUNTS = new TypedVariable<>("accounts", String.class);
    static final TypedVariable<String> DRILL_PLAN = new TypedVariable<>("drillPlan", String.class);
    static final TypedVariable<String> DRILL_ID = new TypedVariable<>("drillId", String.class);
    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    static final TypedVariable<String> CRISIS_TITLE = new TypedVariable<>("crisisTitle", String.class);
    static final TypedVariable<String> DRILL_LEADER = new TypedVariable<>("drillLeader", String.class);
    static final TypedVariable<String> DRILL_ENDS_AT = new TypedVariable<>("drillEndsAt", String.class);
    static final TypedVariable<String> SIGNAL_DUE = new TypedVariable<>("signalDue", String.class);
    static final TypedVariable<String> INJECTION = new TypedVariable<>("injection", String.class);
    static final TypedVariable<String> REMINDER_CYCLE = new TypedVariable<>("reminderCycle", String.class);
    static final TypedVariable<String> REVIEW_DUE = new TypedVariable<>("reviewDue", String.class);

    private CrisisDrillModel() {}
}
