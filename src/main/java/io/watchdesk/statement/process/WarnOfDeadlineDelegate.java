package io.watchdesk.statement.process;

import io.watchdesk.statement.StatementClocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Warn of deadline": whoever has a step of it now is reminded. */
@Component
class WarnOfDeadlineDelegate implements JavaDelegate {

    private final StatementClocks clocks;

    WarnOfDeadlineDelegate(StatementClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.warn(CrisisStatementModel.STATEMENT_ID.require(execution));
    }
}
