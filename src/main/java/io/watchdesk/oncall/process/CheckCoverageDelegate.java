package io.watchdesk.oncall.process;

import io.watchdesk.oncall.Coverage;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks ahead and hands on what nobody has been asked about yet. */
@Component
class CheckCoverageDelegate implements JavaDelegate {

    private final Coverage coverage;

    CheckCoverageDelegate(Coverage coverage) {
        this.coverage = coverage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<String> found = coverage.check();
        OncallCoverageModel.COVERAGE_FINDINGS.set(execution, found);
        OncallCoverageModel.COVERAGE_OUTCOME.set(
                execution,
                found.isEmpty() ? OncallCoverageModel.Outcome.COMPLETE : OncallCoverageModel.Outcome.FINDINGS);
    }
}
