package io.watchdesk.statement.process;

import io.watchdesk.statement.StatementRelease;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Settle statement": notes what became of its publications. */
@Component
class SettleStatementDelegate implements JavaDelegate {

    private final StatementRelease release;

    SettleStatementDelegate(StatementRelease release) {
        this.release = release;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CrisisStatementModel.STATEMENT_OUTCOME.set(
                execution, release.settle(CrisisStatementModel.STATEMENT_ID.require(execution)));
    }
}
