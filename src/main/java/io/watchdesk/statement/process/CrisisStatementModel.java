package io.watchdesk.statement.process;

import io.watchdesk.platform.TypedVariable;
import io.watchdesk.screening.ScreeningOutcome;
import io.watchdesk.statement.Kind;
import io.watchdesk.statement.Statement;
import io.watchdesk.statement.Verdict;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The words of the model {@code crisis-statement}. */
final class CrisisStatementModel {

    static final String PROCESS = "crisis-statement";

    static final String TIMER_HALF_TIME_OVER = "TimerEvent_HalfTimeOver";
    static final String TIMER_TIME_NEARLY_OVER = "TimerEvent_TimeNearlyOver";
    static final String TIMER_DEADLINE_PASSED = "TimerEvent_DeadlinePassed";

    static final String MESSAGE_SUPERSEDED = "statement.superseded";
    static final String ESCALATION_REVISION_REQUESTED = "contentRevisionRequested";
    static final String ESCALATION_CONTENT_WITHDRAWN = "contentWithdrawn";

    static final TypedVariable<String> CRISIS_ID = new TypedVariable<>("crisisId", String.class);
    static final TypedVariable<String> CRISIS_TITLE = new TypedVariable<>("crisisTitle", String.class);
    static final TypedVariable<String> CRISIS_LEVEL = new TypedVariable<>("crisisLevel", String.class);
    static final TypedVariable<String> CRISIS_MODE = new TypedVariable<>("crisisMode", String.class);
    static final TypedVariable<Kind> STATEMENT_KIND = new TypedVariable<>("statementKind", Kind.class);

    static final TypedVariable<String> STATEMENT_ID = new TypedVariable<>("statementId", String.class);
    static final TypedVariable<String> PIECE_ID = new TypedVariable<>("pieceId", String.class);
    static final TypedVariable<String> CONTENT_TITLE = new TypedVariable<>("contentTitle", String.class);
    static final TypedVariable<Integer> CONTENT_VERSION = new TypedVariable<>("contentVersion", Integer.class);
    static final TypedVariable<ScreeningOutcome> SCREENING_OUTCOME =
            new TypedVariable<>("screeningOutcome", ScreeningOutcome.class);
    static final TypedVariable<Object> PUBLICATION_IDS = new TypedVariable<>("publicationIds", Object.class);
    static final TypedVariable<String> PUBLICATION_ID = new TypedVariable<>("publicationId", String.class);

    /** Whether something demands the statement by a time. */
    static final TypedVariable<ClockState> STATEMENT_CLOCK = new TypedVariable<>("statementClock", ClockState.class);
    /** ISO instants in UTC; null when no clock runs. */
    static final TypedVariable<String> STATEMENT_DUE = new TypedVariable<>("statementDue", String.class);

    static final TypedVariable<String> WARNING_AT = new TypedVariable<>("statementWarningAt", String.class);
    static final TypedVariable<String> LAST_WARNING_AT = new TypedVariable<>("statementLastWarningAt", String.class);

    /** ISO durations: how long each step may take before its stand-in is asked. */
    static final TypedVariable<String> DRAFT_TIME = new TypedVariable<>("draftTime", String.class);

    static final TypedVariable<String> MESSAGING_TIME = new TypedVariable<>("messagingTime", String.class);
    static final TypedVariable<String> LEGAL_TIME = new TypedVariable<>("legalTime", String.class);
    static final TypedVariable<String> EXECUTIVE_TIME = new TypedVariable<>("executiveTime", String.class);
    static final TypedVariable<String> RELEASE_TIME = new TypedVariable<>("releaseTime", String.class);
    /** ISO duration: how long the house reads before the public does. */
    static final TypedVariable<String> STAFF_LEAD = new TypedVariable<>("staffLead", String.class);

    static final TypedVariable<ExecutiveNeed> EXECUTIVE_NEED =
            new TypedVariable<>("executiveNeed", ExecutiveNeed.class);

    /** What one step answers; what the model goes on with is {@link #STATEMENT_VERDICT}. */
    static final TypedVariable<Verdict> STEP_VERDICT = new TypedVariable<>("stepVerdict", Verdict.class);

    static final TypedVariable<Verdict> STATEMENT_VERDICT = new TypedVariable<>("statementVerdict", Verdict.class);
    static final TypedVariable<String> VERDICT_REASON = new TypedVariable<>("verdictReason", String.class);
    static final TypedVariable<String> VERDICT_COMMENT = new TypedVariable<>("verdictComment", String.class);
    /** A JSON object from checklist item to answer. */
    static final TypedVariable<String> CHECKLIST_ANSWERS = new TypedVariable<>("checklistAnswers", String.class);

    static final TypedVariable<String> CONTENT_HASH = new TypedVariable<>("contentHash", String.class);

    static final TypedVariable<Statement.State> STATEMENT_OUTCOME =
            new TypedVariable<>("statementOutcome", Statement.State.class);

    private CrisisStatementModel() {}

    /** Empties what one task answered, because the next form would show it as its own default. */
    static void forgetAnswers(VariableScope scope) {
        STEP_VERDICT.set(scope, null);
        VERDICT_REASON.set(scope, null);
        VERDICT_COMMENT.set(scope, null);
        CHECKLIST_ANSWERS.set(scope, null);
        CONTENT_HASH.set(scope, null);
    }

    /** Whether a clock runs for a statement. */
    enum ClockState {
        RUNNING,
        NONE
    }

    /** Whether an executive approves as well. */
    enum ExecutiveNeed {
        NEEDED,
        NOT_NEEDED
    }
}
