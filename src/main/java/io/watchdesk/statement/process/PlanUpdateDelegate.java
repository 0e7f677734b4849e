package io.watchdesk.statement.process;

import io.watchdesk.statement.Audience;
import io.watchdesk.statement.StatementClocks;
import io.watchdesk.statement.Updates;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Plan update": says what has to be said next to this audience, and by when. */
@Component
class PlanUpdateDelegate implements JavaDelegate {

    private final Updates updates;
    private final StatementClocks clocks;

    PlanUpdateDelegate(Updates updates, StatementClocks clocks) {
        this.updates = updates;
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String crisisId = CrisisUpdateModel.CRISIS_ID.require(execution);
        Audience audience = CrisisUpdateModel.AUDIENCE.require(execution);
        CrisisUpdateModel.UPDATE_NEED.set(execution, updates.need(crisisId, audience));
        ClockVariables.setUpdate(execution, clocks.of(crisisId, audience));
    }
}
