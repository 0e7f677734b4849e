package io.watchdesk.statement.process;

import io.watchdesk.statement.StatementClocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Warn of update": whoever writes it is reminded. */
@Component
class WarnOfUpdateDelegate implements JavaDelegate {

    private final StatementClocks clocks;

    WarnOfUpdateDelegate(StatementClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.warn(CrisisUpdateModel.CRISIS_ID.require(execution), CrisisUpdateModel.AUDIENCE.require(execution));
    }
}
