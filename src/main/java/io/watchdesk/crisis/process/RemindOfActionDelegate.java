package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Actions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the owner of the action. */
@Component
class RemindOfActionDelegate implements JavaDelegate {

    private final Actions actions;
    private final OpenTask open;

    RemindOfActionDelegate(Actions actions, OpenTask open) {
        this.actions = actions;
        this.open = open;
    }

    @Override
    public void execute(DelegateExecution execution) {
        open.of(execution, CrisisActionModel.USER_DO_ACTION)
                .ifPresent(task ->
                        actions.remind(CrisisActionModel.ACTION_ID.require(execution), task.getId(), task.getName()));
    }
}
