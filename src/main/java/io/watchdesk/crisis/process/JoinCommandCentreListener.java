package io.watchdesk.crisis.process;

import io.watchdesk.crisis.CrisisCommand;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Somebody fills a function of the command centre. */
@Component
class JoinCommandCentreListener implements TaskListener {

    private final CrisisCommand command;

    JoinCommandCentreListener(CrisisCommand command) {
        this.command = command;
    }

    @Override
    public void notify(DelegateTask task) {
        command.staff(
                CrisisResponseModel.CRISIS_ID.require(task),
                CrisisResponseModel.FUNCTION_GROUP.require(task),
                CrisisResponseModel.FUNCTION_NOTE.get(task));
        CrisisResponseModel.FUNCTION_NOTE.set(task, null);
    }
}
