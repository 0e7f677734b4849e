package io.watchdesk.statement.process;

import io.watchdesk.statement.Step;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hears the executive. */
@Component
class ApproveStatementListener implements TaskListener {

    private final StepVerdicts verdicts;

    ApproveStatementListener(StepVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void notify(DelegateTask task) {
        verdicts.take(task, Step.EXECUTIVE);
    }
}
