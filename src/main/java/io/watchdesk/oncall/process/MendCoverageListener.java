package io.watchdesk.oncall.process;

import io.watchdesk.oncall.Coverage;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Puts somebody in, or takes the reason why it stays as it is. */
@Component
class MendCoverageListener implements TaskListener {

    private final Coverage coverage;

    MendCoverageListener(Coverage coverage) {
        this.coverage = coverage;
    }

    @Override
    public void notify(DelegateTask task) {
        coverage.answer(
                OncallCoverageModel.FINDING_ID.require(task),
                OncallCoverageModel.COVERAGE_ANSWER.get(task),
                OncallCoverageModel.PERSON.get(task),
                OncallCoverageModel.REASON_TEXT.get(task));
    }
}
