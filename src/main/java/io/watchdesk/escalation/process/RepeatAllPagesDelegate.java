package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisEscalationModel.CLIMB_AT;
import static io.watchdesk.escalation.process.CrisisEscalationModel.CRISIS_ID;

import io.watchdesk.escalation.LadderSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Calls everybody again, the last tier included, for as long as nobody takes it. */
@Component
class RepeatAllPagesDelegate implements JavaDelegate {

    private final LadderSteps steps;
    private final TierTasks tasks;

    RepeatAllPagesDelegate(LadderSteps steps, TierTasks tasks) {
        this.steps = steps;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CLIMB_AT.set(execution, Moments.text(steps.repeatAll(CRISIS_ID.require(execution))));
        tasks.offerAgain(execution);
    }
}
