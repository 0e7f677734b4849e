package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisEscalationModel.CLIMB_AT;
import static io.watchdesk.escalation.process.CrisisEscalationModel.CRISIS_ID;

import io.watchdesk.escalation.LadderSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What calling any tier is for the model: the tier is called, and its task's timer gets its moment. */
@Component
class TierClimb {

    private final LadderSteps steps;

    TierClimb(LadderSteps steps) {
        this.steps = steps;
    }

    void to(int tier, DelegateExecution execution) {
        CLIMB_AT.set(execution, Moments.text(steps.page(CRISIS_ID.require(execution), tier)));
    }
}
