package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisHelpModel.HELP_ID;
import static io.watchdesk.escalation.process.CrisisHelpModel.HELP_NOTE;

import io.watchdesk.escalation.HelpSteps;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Who completes the task helps. */
@Component
class HelpWithCrisisListener implements TaskListener {

    private final HelpSteps steps;

    HelpWithCrisisListener(HelpSteps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateTask task) {
        steps.give(HELP_ID.require(task), HELP_NOTE.get(task));
    }
}
