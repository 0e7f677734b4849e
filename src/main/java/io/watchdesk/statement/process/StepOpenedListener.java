package io.watchdesk.statement.process;

import io.watchdesk.statement.StatementApproval;
import io.watchdesk.statement.Step;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives a step of the approval its turn; where nobody of its group may do it, the stand-in is asked at once. */
@Component
class StepOpenedListener implements TaskListener {

    private final StatementApproval approval;

    StepOpenedListener(StatementApproval approval) {
        this.approval = approval;
    }

    @Override
    public void notify(DelegateTask task) {
        approval.opened(CrisisStatementModel.STATEMENT_ID.require(task), Step.ofTask(task.getTaskDefinitionKey()))
                .ifPresent(task::addCandidateGroup);
    }
}
