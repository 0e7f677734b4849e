package io.watchdesk.oncall.process;

import io.watchdesk.oncall.Coverage;
import io.watchdesk.platform.TypedVariable;
import java.util.List;

/** The words of the model {@code oncall-coverage}. */
final class OncallCoverageModel {

    static final String PROCESS = "oncall-coverage";

    static final String START_CHECK_DUE = "StartEvent_CheckDue";
    static final String SERVICE_CHECK_COVERAGE = "ServiceTask_CheckCoverage";
    static final String USER_MEND_COVERAGE = "UserTask_MendCoverage";
    static final String END_COVERAGE_COMPLETE = "EndEvent_CoverageComplete";
    static final String END_FINDINGS_ANSWERED = "EndEvent_FindingsAnswered";

    static final TypedVariable<Outcome> COVERAGE_OUTCOME = new TypedVariable<>("coverageOutcome", Outcome.class);
    /** Ids of what this check found. */
    @SuppressWarnings("rawtypes")
    static final TypedVariable<List> COVERAGE_FINDINGS = new TypedVariable<>("coverageFindings", List.class);
    /** The finding of one task. */
    static final TypedVariable<String> FINDING_ID = new TypedVariable<>("findingId", String.class);

    static final TypedVariable<Coverage.Answer> COVERAGE_ANSWER =
            new TypedVariable<>("coverageAnswer", Coverage.Answer.class);
    /** Who is put into the gap, if anybody. */
    static final TypedVariable<String> PERSON = new TypedVariable<>("person", String.class);

    static final TypedVariable<String> REASON_TEXT = new TypedVariable<>("reasonText", String.class);

    private OncallCoverageModel() {}

    /** Whether somebody has to be asked. */
    enum Outcome {
        COMPLETE,
        FINDINGS
    }
}
