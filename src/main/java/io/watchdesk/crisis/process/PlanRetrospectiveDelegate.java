package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.FollowUp;
import io.watchdesk.crisis.Retrospectives;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets when the retrospective is due and when people are reminded of it. */
@Component
class PlanRetrospectiveDelegate implements JavaDelegate {

    private final Retrospectives retrospectives;
    private final Crises crises;
    private final FollowUp followUp;

    PlanRetrospectiveDelegate(Retrospectives retrospectives, Crises crises, FollowUp followUp) {
        this.retrospectives = retrospectives;
        this.crises = crises;
        this.followUp = followUp;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String crisisId = CrisisRetrospectiveModel.CRISIS_ID.require(execution);
        Retrospectives.Retrospective planned = retrospectives.plan(crisisId);
        FollowUp.Cycles cycles = followUp.cycles(
                FollowUp.Matter.RETROSPECTIVE, crises.get(crisisId).level(), planned.plannedAt(), planned.dueAt());
        CrisisRetrospectiveModel.RETROSPECTIVE_DUE.set(
                execution, planned.dueAt().toString());
        CrisisRetrospectiveModel.REMINDER_CYCLE.set(execution, cycles.reminder());
        CrisisRetrospectiveModel.ESCALATION_CYCLE.set(execution, cycles.escalation());
    }
}
