package io.watchdesk.crisis.process;

import io.watchdesk.platform.TypedVariable;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The words of the model {@code crisis-action}. */
final class CrisisActionModel {

    static final String PROCESS = "crisis-action";

    static final String USER_DO_ACTION = "UserTask_DoAction";
    static final String TIMER_REMINDER_DUE = "TimerEvent_ReminderDue";
    static final String TIMER_ACTION_OVERDUE = "TimerEvent_ActionOverdue";
    static final String END_ACTION_DONE = "EndEvent_ActionDone";
    static final String END_ACTION_DROPPED = "EndEvent_ActionDropped";

    static final String MESSAGE_ACTION_AGREED = "crisis.actionAgreed";

    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    static final TypedVariable<String> CRISIS_TITLE = new TypedVariable<>("crisisTitle", String.class);
    static final TypedVariable<String> ACTION_ID = new TypedVariable<>("actionId", String.class);
    static final TypedVariable<String> ACTION_TITLE = new TypedVariable<>("actionTitle", String.class);
    static final TypedVariable<String> ACTION_OWNER = new TypedVariable<>("actionOwner", String.class);
    static final TypedVariable<String> ACTION_DUE = new TypedVariable<>("actionDue", String.class);
    static final TypedVariable<String> REMINDER_CYCLE = new TypedVariable<>("reminderCycle", String.class);
    static final TypedVariable<String> ESCALATION_CYCLE = new TypedVariable<>("escalationCycle", String.class);
    static final TypedVariable<ActionVerdict> ACTION_VERDICT =
            new TypedVariable<>("actionVerdict", ActionVerdict.class);
    static final TypedVariable<String> EVIDENCE = new TypedVariable<>("evidence", String.class);
    static final TypedVariable<String> ACTION_REASON = new TypedVariable<>("actionReason", String.class);
    static final TypedVariable<String> NEW_OWNER = new TypedVariable<>("newOwner", String.class);

    private CrisisActionModel() {}

    /** Empties what an earlier owner answered, because the next form would show it as its own default. */
    static void forgetAnswers(VariableScope scope) {
        ACTION_VERDICT.set(scope, null);
        EVIDENCE.set(scope, null);
        ACTION_REASON.set(scope, null);
        NEW_OWNER.set(scope, null);
    }

    /** What becomes of an action. */
    enum ActionVerdict {
        DONE,
        HAND_OVER,
        DROP
    }
}
