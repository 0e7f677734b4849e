package io.watchdesk.statement.process;

import io.watchdesk.statement.StatementApproval;
import io.watchdesk.statement.Step;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Refuses a claim by somebody who could never complete the task, so that nobody reads in vain. */
@Component
class ClaimStepListener implements TaskListener {

    private final StatementApproval approval;

    ClaimStepListener(StatementApproval approval) {
        this.approval = approval;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() != null) {
            approval.mayClaim(
                    CrisisStatementModel.STATEMENT_ID.require(task),
                    Step.ofTask(task.getTaskDefinitionKey()),
                    task.getAssignee());
        }
    }
}
