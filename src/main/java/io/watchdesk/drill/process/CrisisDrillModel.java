package io.watchdesk.drill.process;

import io.watchdesk.crisis.Level;
import io.watchdesk.platform.TypedVariable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

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
    static final String END_DRILL_CANCELLED = "EndEvent_DrillCancelled";
    static final String END_DRILL_SCORED = "EndEvent_DrillScored";

    static final String MESSAGE_DRILL_PLANNED = "drill.drillPlanned";
    static final String MESSAGE_RESPONSE_ENDED = "drill.responseEnded";
    static final String MESSAGE_DRILL_CANCELLED = "drill.drillCancelled";

    static final TypedVariable<String> SCENARIO = new TypedVariable<>("scenario", String.class);
    static final TypedVariable<Level> DRILL_LEVEL = new TypedVariable<>("drillLevel", Level.class);
    static final TypedVariable<Announcement> ANNOUNCEMENT = new TypedVariable<>("announcement", Announcement.class);
    /** Ids of accounts, separated by commas; empty for the whole house. */
    static final TypedVariable<String> ACCOUNTS = new TypedVariable<>("accounts", String.class);

    static final TypedVariable<String> DRILL_ID = new TypedVariable<>("drillId", String.class);
    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    static final TypedVariable<String> CRISIS_TITLE = new TypedVariable<>("crisisTitle", String.class);
    static final TypedVariable<String> DRILL_LEADER = new TypedVariable<>("drillLeader", String.class);
    /** ISO instant in UTC. */
    static final TypedVariable<String> DRILL_ENDS_AT = new TypedVariable<>("drillEndsAt", String.class);
    /** ISO instant in UTC at which the next signal comes in. */
    static final TypedVariable<String> SIGNAL_DUE = new TypedVariable<>("signalDue", String.class);

    static final TypedVariable<Injection> INJECTION = new TypedVariable<>("injection", Injection.class);
    static final TypedVariable<String> REVIEW_DUE = new TypedVariable<>("reviewDue", String.class);
    /** ISO 8601 repetition. */
    static final TypedVariable<String> REMINDER_CYCLE = new TypedVariable<>("reminderCycle", String.class);

    private CrisisDrillModel() {}

    /** The accounts that were ticked. */
    static List<String> accounts(VariableScope scope) {
        String ticked = ACCOUNTS.get(scope);
        return ticked == null || ticked.isBlank()
                ? List.of()
                : List.of(ticked.strip().split("\\s*,\\s*"));
    }

    static void signalLeft(VariableScope scope, Optional<Instant> next) {
        INJECTION.set(scope, next.isPresent() ? Injection.LEFT : Injection.NONE);
        SIGNAL_DUE.set(scope, next.map(Instant::toString).orElse(null));
    }

    /** Whether people are told the scenario. */
    enum Announcement {
        ANNOUNCED,
        UNANNOUNCED
    }

    /** Whether the script has another signal. */
    enum Injection {
        LEFT,
        NONE
    }
}
