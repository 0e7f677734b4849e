package io.watchdesk.statement.process;

import io.watchdesk.statement.StatementClocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Record breach": it is not out in time, and the ladder climbs. */
@Component
class RecordBreachDelegate implements JavaDelegate {

    private final StatementClocks clocks;

    RecordBreachDelegate(StatementClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.breached(CrisisStatementModel.STATEMENT_ID.require(execution));
    }
}
