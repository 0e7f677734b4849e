package io.watchdesk.statement.process;

import io.watchdesk.statement.Statement;
import io.watchdesk.statement.StatementRelease;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Keep in house": a drill's statement is approved, and nothing of it goes out. */
@Component
class KeepInHouseDelegate implements JavaDelegate {

    private final StatementRelease release;

    KeepInHouseDelegate(StatementRelease release) {
        this.release = release;
    }

    @Override
    public void execute(DelegateExecution execution) {
        release.keep(CrisisStatementModel.STATEMENT_ID.require(execution));
        CrisisStatementModel.STATEMENT_OUTCOME.set(execution, Statement.State.KEPT);
    }
}
