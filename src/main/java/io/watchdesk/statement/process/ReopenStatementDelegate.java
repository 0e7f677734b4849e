package io.watchdesk.statement.process;

import io.watchdesk.statement.StatementRelease;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Reopen statement": it cannot go out as it was approved. */
@Component
class ReopenStatementDelegate implements JavaDelegate {

    private final StatementRelease release;

    ReopenStatementDelegate(StatementRelease release) {
        this.release = release;
    }

    @Override
    public void execute(DelegateExecution execution) {
        release.reopen(CrisisStatementModel.STATEMENT_ID.require(execution));
    }
}
