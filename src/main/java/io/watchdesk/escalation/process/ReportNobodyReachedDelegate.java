package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_ID;
import static io.watchdesk.escalation.process.CrisisPageModel.START_OVER_AT;

import io.watchdesk.escalation.PageSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ReportNobodyReachedDelegate implements JavaDelegate {

    private final PageSteps steps;

    ReportNobodyReachedDelegate(PageSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        START_OVER_AT.set(
                execution, steps.nobodyReached(PAGE_ID.require(execution)).toString());
    }
}
