package io.watchdesk.statement.process;

import io.watchdesk.statement.StatementClocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Record overdue update": it was not given in time, and the ladder climbs. */
@Component
class RecordOverdueUpdateDelegate implements JavaDelegate {

    private final StatementClocks clocks;

    RecordOverdueUpdateDelegate(StatementClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.breached(CrisisUpdateModel.CRISIS_ID.require(execution), CrisisUpdateModel.AUDIENCE.require(execution));
    }
}
