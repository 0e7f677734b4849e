package io.watchdesk.statement.process;

import io.watchdesk.statement.StatementRelease;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Tell staff": the house reads it before the public does. */
@Component
class TellStaffDelegate implements JavaDelegate {

    private final StatementRelease release;

    TellStaffDelegate(StatementRelease release) {
        this.release = release;
    }

    @Override
    public void execute(DelegateExecution execution) {
        release.tellStaff(CrisisStatementModel.STATEMENT_ID.require(execution));
    }
}
