package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisEscalationModel.CRISIS_ID;

import io.watchdesk.escalation.LadderSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes down that the ladder was climbed to its end in vain, and tells the managers. */
@Component
class ReportExhaustionDelegate implements JavaDelegate {

    private final LadderSteps steps;

    ReportExhaustionDelegate(LadderSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.exhausted(CRISIS_ID.require(execution));
    }
}
