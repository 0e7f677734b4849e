package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Level;
import io.watchdesk.platform.TypedVariable;
import java.util.List;

/** The words of the model {@code crisis-response}. */
final class CrisisResponseModel {

    static final String PROCESS = "crisis-response";

    static final String USER_TRIAGE_CRISIS = "UserTask_TriageCrisis";
    static final String USER_JOIN_COMMAND_CENTRE = "UserTask_JoinCommandCentre";
    static final String USER_LEAD_RESPONSE = "UserTask_LeadResponse";
    static final String USER_CLOSE_CRISIS = "UserTask_CloseCrisis";
    static final String USER_APPROVE_DOWNGRADE = "UserTask_ApproveDowngrade";
    static final String USER_ACCEPT_ROLE = "UserTask_AcceptRole";
    static final String TIMER_RATING_DUE = "TimerEvent_RatingDue";
    static final String TIMER_FUNCTION_MISSING = "TimerEvent_FunctionMissing";
    static final String END_CRISIS_CLOSED = "EndEvent_CrisisClosed";
    static final String END_RESPONSE_STOPPED = "EndEvent_ResponseStopped";

    static final String MESSAGE_DECLARED = "crisis.declared";
    static final String MESSAGE_ACKNOWLEDGED = "crisis.acknowledged";
    static final String MESSAGE_COMMAND_DEMANDED = "crisis.commandDemanded";
    static final String MESSAGE_DEMANDS_CHANGED = "crisis.demandsChanged";
    static final String MESSAGE_SIGNAL_JOINED = "crisis.signalJoined";
    static final String MESSAGE_LEVEL_CHANGED = "crisis.levelChanged";
    static final String MESSAGE_DOWNGRADE_ASKED = "crisis.downgradeAsked";
    static final String MESSAGE_HANDOVER_OFFERED = "crisis.handoverOffered";
    static final String MESSAGE_STOPPED = "crisis.stopped";

    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    static final TypedVariable<String> CRISIS_TITLE = new TypedVariable<>("crisisTitle", String.class);
    static final TypedVariable<Level> CRISIS_LEVEL = new TypedVariable<>("crisisLevel", Level.class);
    static final TypedVariable<Crisis.Mode> CRISIS_MODE = new TypedVariable<>("crisisMode", Crisis.Mode.class);

    /** Who has taken it; gets the triage. */
    static final TypedVariable<String> CRISIS_HOLDER = new TypedVariable<>("crisisHolder", String.class);
    /** Who commands; null while nobody does. */
    static final TypedVariable<String> COMMANDER = new TypedVariable<>("commander", String.class);

    /** Groups of the command centre, from the table {@code crisis-demands}. */
    @SuppressWarnings("rawtypes")
    static final TypedVariable<List> FUNCTIONS = new TypedVariable<>("functions", List.class);

    static final TypedVariable<String> FUNCTION_GROUP = new TypedVariable<>("functionGroup", String.class);
    static final TypedVariable<String> FUNCTION_NOTE = new TypedVariable<>("functionNote", String.class);

    /** Kinds of statements, from the table {@code crisis-demands}. */
    @SuppressWarnings("rawtypes")
    static final TypedVariable<List> STATEMENTS = new TypedVariable<>("statements", List.class);

    static final TypedVariable<String> STATEMENT_KIND = new TypedVariable<>("statementKind", String.class);

    static final TypedVariable<CommandDemand> COMMAND_DEMAND =
            new TypedVariable<>("commandDemand", CommandDemand.class);
    static final TypedVariable<StatementDemand> STATEMENT_DEMAND =
            new TypedVariable<>("statementDemand", StatementDemand.class);
    static final TypedVariable<YesOrNo> PUBLIC_INFORMED = new TypedVariable<>("publicInformed", YesOrNo.class);

    /** Whether the last word to the public is out; in a drill, approved. */
    static final TypedVariable<YesOrNo> RESOLUTION_OUT = new TypedVariable<>("resolutionOut", YesOrNo.class);

    static final TypedVariable<String> SUMMARY = new TypedVariable<>("summary", String.class);
    static final TypedVariable<String> OUTCOME = new TypedVariable<>("outcome", String.class);
    static final TypedVariable<String> EARLY_REASON = new TypedVariable<>("earlyReason", String.class);
    static final TypedVariable<Verdict> DOWNGRADE_VERDICT = new TypedVariable<>("downgradeVerdict", Verdict.class);
    static final TypedVariable<String> DOWNGRADE_REASON = new TypedVariable<>("downgradeReason", String.class);
    static final TypedVariable<Verdict> ROLE_VERDICT = new TypedVariable<>("roleVerdict", Verdict.class);
    static final TypedVariable<String> ROLE_TAKER = new TypedVariable<>("roleTaker", String.class);
    static final TypedVariable<Long> HANDOVER_ID = new TypedVariable<>("handoverId", Long.class);

    private CrisisResponseModel() {}

    /** Whether a command centre has to be assembled now. */
    enum CommandDemand {
        ASSEMBLE,
        NONE
    }

    /** Whether the public has to be told something. */
    enum StatementDemand {
        DEMANDED,
        NONE
    }

    /** An answer to a question of the model. */
    enum YesOrNo {
        YES,
        NO
    }

    /** What somebody says to a request. */
    enum Verdict {
        ACCEPTED,
        DECLINED
    }
}
