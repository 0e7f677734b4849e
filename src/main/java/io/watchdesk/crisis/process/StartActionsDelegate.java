package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Actions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has the agreed actions followed up. */
@Component
class StartActionsDelegate implements JavaDelegate {

    private final Actions actions;

    StartActionsDelegate(Actions actions) {
        this.actions = actions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        actions.follow(CrisisRetrospectiveModel.CRISIS_ID.require(execution));
    }
}
