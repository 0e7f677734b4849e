package io.watchdesk.statement.process;

import io.watchdesk.statement.StatementApproval;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Add writer": the stand-in is asked to write as well. */
@Component
class AddWriterDelegate implements JavaDelegate {

    private final StatementApproval approval;

    AddWriterDelegate(StatementApproval approval) {
        this.approval = approval;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approval.callWriter(CrisisStatementModel.STATEMENT_ID.require(execution));
    }
}
