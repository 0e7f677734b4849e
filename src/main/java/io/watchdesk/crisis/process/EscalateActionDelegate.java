package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Actions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells managers that the action is late. */
@Component
class EscalateActionDelegate implements JavaDelegate {

    private final Actions actions;
    private final OpenTask open;

    EscalateActionDelegate(Actions actions, OpenTask open) {
        this.actions = actions;
        this.open = open;
    }

    @Override
    public void execute(DelegateExecution execution) {
        open.of(execution, CrisisActionModel.USER_DO_ACTION)
                .ifPresent(task ->
                        actions.escalate(CrisisActionModel.ACTION_ID.require(execution), task.getId(), task.getName()));
    }
}
