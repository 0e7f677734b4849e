package io.watchdesk.oncall.process;

import io.watchdesk.oncall.Coverage;
import io.watchdesk.oncall.Finding;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives the task to the rota's owner and lets it say what was found. */
@Component
class CoverageOpenedListener implements TaskListener {

    private final Coverage coverage;

    CoverageOpenedListener(Coverage coverage) {
        this.coverage = coverage;
    }

    @Override
    public void notify(DelegateTask task) {
        Finding finding = coverage.get(OncallCoverageModel.FINDING_ID.require(task));
        task.setVariableLocal(OncallCoverageModel.FINDING_ID.name(), finding.id());
        task.setName(task.getName() + ": " + finding.detail());
        if (finding.owner() != null) {
            task.setAssignee(finding.owner());
        }
    }
}
