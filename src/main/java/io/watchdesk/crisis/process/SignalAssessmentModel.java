package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Assessment;
import io.watchdesk.crisis.Level;
import io.watchdesk.platform.TypedVariable;

/** The words of the model {@code signal-assessment}. */
final class SignalAssessmentModel {

    static final String PROCESS = "signal-assessment";

    static final String SERVICE_RATE_SIGNAL = "ServiceTask_RateSignal";
    static final String USER_ASSESS_SIGNAL = "UserTask_AssessSignal";
    static final String TIMER_ASSESSMENT_OVERDUE = "TimerEvent_AssessmentOverdue";
    static final String TIMER_SNOOZE_OVER = "TimerEvent_SnoozeOver";
    static final String END_CRISIS_JOINED = "EndEvent_CrisisJoined";
    static final String END_CRISIS_DECLARED = "EndEvent_CrisisDeclared";
    static final String END_SIGNAL_DISMISSED = "EndEvent_SignalDismissed";

    static final String MESSAGE_SCOPE_OPENED = "crisis.scopeOpened";

    static final TypedVariable<String> SIGNAL_ID = new TypedVariable<>("signalId", String.class);
    static final TypedVariable<String> SIGNAL_TITLE = new TypedVariable<>("signalTitle", String.class);
    static final TypedVariable<Level> SIGNAL_LEVEL = new TypedVariable<>("signalLevel", Level.class);
    /** Account and topic as signals and crises are matched. */
    static final TypedVariable<String> SIGNAL_SCOPE = new TypedVariable<>("signalScope", String.class);
    /** Why it has another level than the tables say, a sentence, or null. */
    static final TypedVariable<String> LEVEL_REASON = new TypedVariable<>("levelReason", String.class);

    static final TypedVariable<Assessment.Route> ASSESSMENT_ROUTE =
            new TypedVariable<>("assessmentRoute", Assessment.Route.class);
    /** ISO instant in UTC. */
    static final TypedVariable<String> ASSESSMENT_DUE = new TypedVariable<>("assessmentDue", String.class);

    static final TypedVariable<Assessment.Verdict> ASSESSMENT_VERDICT =
            new TypedVariable<>("assessmentVerdict", Assessment.Verdict.class);
    static final TypedVariable<String> ASSESSMENT_REASON = new TypedVariable<>("assessmentReason", String.class);
    static final TypedVariable<Level> ASSESSED_LEVEL = new TypedVariable<>("assessedLevel", Level.class);
    /** ISO instant in UTC. */
    static final TypedVariable<String> SNOOZE_UNTIL = new TypedVariable<>("snoozeUntil", String.class);

    static final TypedVariable<Assessment.Gravity> RAISED_TO =
            new TypedVariable<>("raisedTo", Assessment.Gravity.class);

    private SignalAssessmentModel() {}
}
