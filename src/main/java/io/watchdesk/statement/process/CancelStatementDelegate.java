package io.watchdesk.statement.process;

import io.watchdesk.statement.StatementRelease;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Cancel statement": the crisis moved on while it was written or approved. */
@Component
class CancelStatementDelegate implements JavaDelegate {

    private final StatementRelease release;

    CancelStatementDelegate(StatementRelease release) {
        this.release = release;
    }

    @Override
    public void execute(DelegateExecution execution) {
        release.dropped(CrisisStatementModel.STATEMENT_ID.require(execution));
    }
}
