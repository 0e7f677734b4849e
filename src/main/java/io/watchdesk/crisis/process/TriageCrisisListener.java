package io.watchdesk.crisis.process;

import io.watchdesk.crisis.CrisisCommand;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The triage is done, if its findings were written down. */
@Component
class TriageCrisisListener implements TaskListener {

    private final CrisisCommand command;

    TriageCrisisListener(CrisisCommand command) {
        this.command = command;
    }

    @Override
    public void notify(DelegateTask task) {
        command.triaged(CrisisResponseModel.CRISIS_ID.require(task));
    }
}
