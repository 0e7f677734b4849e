package io.watchdesk.crisis.process;

import io.watchdesk.crisis.CrisisCommand;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The crisis is closed for good. */
@Component
class CloseCrisisListener implements TaskListener {

    private final CrisisCommand command;

    CloseCrisisListener(CrisisCommand command) {
        this.command = command;
    }

    @Override
    public void notify(DelegateTask task) {
        command.close(
                CrisisResponseModel.CRISIS_ID.require(task),
                CrisisResponseModel.OUTCOME.get(task),
                CrisisResponseModel.EARLY_REASON.get(task));
        CrisisResponseModel.OUTCOME.set(task, null);
        CrisisResponseModel.EARLY_REASON.set(task, null);
    }
}
