package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisPageModel.PAGE_ID;

import io.watchdesk.escalation.PageSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ReportTierUnreachableDelegate implements JavaDelegate {

    private final PageSteps steps;

    ReportTierUnreachableDelegate(PageSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.tierUnreachable(PAGE_ID.require(execution));
    }
}
