package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisHelpModel.HELP_DUE_AT;
import static io.watchdesk.escalation.process.CrisisHelpModel.HELP_GROUPS;
import static io.watchdesk.escalation.process.CrisisHelpModel.HELP_ID;

import io.watchdesk.escalation.HelpSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Calls the people who are to help whoever has the crisis. */
@Component
class CallHelpersDelegate implements JavaDelegate {

    private final HelpSteps steps;

    CallHelpersDelegate(HelpSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String helpId = HELP_ID.require(execution);
        HELP_DUE_AT.set(execution, Moments.text(steps.call(helpId).due()));
        HELP_GROUPS.set(execution, steps.offer(helpId).groups());
    }
}
