package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisEscalationModel.CRISIS_ID;
import static io.watchdesk.escalation.process.CrisisEscalationModel.CRISIS_STANDING;
import static io.watchdesk.escalation.process.CrisisEscalationModel.FIRST_TIER;

import io.watchdesk.escalation.LadderSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins a round of the ladder unless somebody has the crisis already. */
@Component
class OpenLadderDelegate implements JavaDelegate {

    private final LadderSteps steps;

    OpenLadderDelegate(LadderSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LadderSteps.Opening opening = steps.open(CRISIS_ID.require(execution));
        CRISIS_STANDING.set(execution, opening.standing());
        FIRST_TIER.set(execution, opening.firstTier());
    }
}
