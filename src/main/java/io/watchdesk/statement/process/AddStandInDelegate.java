package io.watchdesk.statement.process;

import io.watchdesk.statement.StatementApproval;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Add stand-in": whoever is late gets help; nobody is replaced. */
@Component
class AddStandInDelegate implements JavaDelegate {

    private final StatementApproval approval;

    AddStandInDelegate(StatementApproval approval) {
        this.approval = approval;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approval.callStandIns(CrisisStatementModel.STATEMENT_ID.require(execution));
    }
}
