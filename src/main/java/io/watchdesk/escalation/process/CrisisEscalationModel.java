package io.watchdesk.escalation.process;

import io.watchdesk.escalation.LadderSteps.CrisisStanding;
import io.watchdesk.escalation.LadderSteps.LoopOutcome;
import io.watchdesk.platform.TypedVariable;
import java.util.Map;

/** The words of the model {@code crisis-escalation}. */
final class CrisisEscalationModel {

    static final String PROCESS = "crisis-escalation";

    static final String SERVICE_OPEN_LADDER = "ServiceTask_OpenLadder";
    static final String SUB_PROCESS_CLIMB_LADDER = "SubProcess_ClimbLadder";
    static final String USER_TAKE_CRISIS_AS_OPERATOR = "UserTask_TakeCrisisAsOperator";
    static final String USER_TAKE_CRISIS_AS_PR_MANAGER = "UserTask_TakeCrisisAsPrManager";
    static final String USER_TAKE_CRISIS_AS_COMMANDER = "UserTask_TakeCrisisAsCommander";
    static final String USER_TAKE_CRISIS_AS_EXECUTIVE = "UserTask_TakeCrisisAsExecutive";
    static final String TIMER_PR_MANAGERS_DUE = "TimerEvent_PrManagersDue";
    static final String TIMER_COMMAND_DUE = "TimerEvent_CommandDue";
    static final String TIMER_LOOP_DUE = "TimerEvent_LoopDue";
    static final String TIMER_NEXT_LOOP_DUE = "TimerEvent_NextLoopDue";
    static final String TIMER_REPETITION_DUE = "TimerEvent_RepetitionDue";
    static final String TIMER_NEXT_REPETITION_DUE = "TimerEvent_NextRepetitionDue";
    static final String CALL_WATCH_HOLDER = "CallActivity_WatchHolder";
    static final String END_ESCALATION_STOPPED = "EndEvent_EscalationStopped";

    static final String MESSAGE_RELEASED = "crisis.released";
    static final String MESSAGE_HELP_DEMANDED = "escalation.helpDemanded";
    static final String ESCALATION_CRISIS_NOT_ACKNOWLEDGED = "crisisNotAcknowledged";

    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    static final TypedVariable<String> CRISIS_TITLE = new TypedVariable<>("crisisTitle", String.class);
    static final TypedVariable<String> CRISIS_LEVEL = new TypedVariable<>("crisisLevel", String.class);
    static final TypedVariable<String> CRISIS_MODE = new TypedVariable<>("crisisMode", String.class);

    static final TypedVariable<CrisisStanding> CRISIS_STANDING =
            new TypedVariable<>("crisisStanding", CrisisStanding.class);
    static final TypedVariable<Integer> FIRST_TIER = new TypedVariable<>("firstTier", Integer.class);
    static final TypedVariable<LoopOutcome> LOOP_OUTCOME = new TypedVariable<>("loopOutcome", LoopOutcome.class);

    /** ISO instant in UTC at which the next tier is called, or all are called again. */
    static final TypedVariable<String> CLIMB_AT = new TypedVariable<>("climbAt", String.class);

    /** The call for help, for example {@code HP-1}; local to its sub-process. */
    static final TypedVariable<String> HELP_ID = new TypedVariable<>("helpId", String.class);

    private static final Map<String, Integer> TIERS = Map.of(
            USER_TAKE_CRISIS_AS_OPERATOR, 1,
            USER_TAKE_CRISIS_AS_PR_MANAGER, 2,
            USER_TAKE_CRISIS_AS_COMMANDER, 3,
            USER_TAKE_CRISIS_AS_EXECUTIVE, 4);

    private CrisisEscalationModel() {}

    /** The tier whose task this is, or 0. */
    static int tierOf(String element) {
        return TIERS.getOrDefault(element, 0);
    }
}
