package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisEscalationModel.CLIMB_AT;
import static io.watchdesk.escalation.process.CrisisEscalationModel.CRISIS_ID;
import static io.watchdesk.escalation.process.CrisisEscalationModel.LOOP_OUTCOME;

import io.watchdesk.escalation.LadderSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Calls everybody of the open tiers again and offers them the tasks. */
@Component
class RepeatPagesDelegate implements JavaDelegate {

    private final LadderSteps steps;
    private final TierTasks tasks;

    RepeatPagesDelegate(LadderSteps steps, TierTasks tasks) {
        this.steps = steps;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LadderSteps.Loop loop = steps.repeat(CRISIS_ID.require(execution));
        LOOP_OUTCOME.set(execution, loop.outcome());
        CLIMB_AT.set(execution, Moments.text(loop.next()));
        tasks.offerAgain(execution);
    }
}
