package io.watchdesk.statement.process;

import io.watchdesk.statement.Audience;
import io.watchdesk.statement.UpdateNeed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Plan update": says what has to be said next to this audience. */
@Component
class PlanUpdateDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        Audience audience = CrisisUpdateModel.AUDIENCE.require(execution);
        CrisisUpdateModel.UPDATE_NEED.set(execution, UpdateNeed.valueOf(audience.name()));
    }
}
