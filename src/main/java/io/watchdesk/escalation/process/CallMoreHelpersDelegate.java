package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisHelpModel.HELP_DUE_AT;
import static io.watchdesk.escalation.process.CrisisHelpModel.HELP_ID;
import static io.watchdesk.escalation.process.CrisisHelpModel.HELP_REACH;

import io.watchdesk.escalation.HelpSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody came: calls the next tier as well and offers it the task. */
@Component
class CallMoreHelpersDelegate implements JavaDelegate {

    private final HelpSteps steps;
    private final HelpTasks tasks;

    CallMoreHelpersDelegate(HelpSteps steps, HelpTasks tasks) {
        this.steps = steps;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        HelpSteps.Called called = steps.call(HELP_ID.require(execution));
        HELP_DUE_AT.set(execution, Moments.text(called.due()));
        HELP_REACH.set(execution, called.reach());
        tasks.offerAgain(execution);
    }
}
