package io.watchdesk.crisis.process;

import io.watchdesk.content.ShortTitle;
import io.watchdesk.crisis.Action;
import io.watchdesk.crisis.Actions;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.FollowUp;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads the action anew, because its owner may have changed. */
@Component
class LoadActionDelegate implements JavaDelegate {

    private final Actions actions;
    private final Crises crises;
    private final FollowUp followUp;

    LoadActionDelegate(Actions actions, Crises crises, FollowUp followUp) {
        this.actions = actions;
        this.crises = crises;
        this.followUp = followUp;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Action action = actions.get(CrisisActionModel.ACTION_ID.require(execution));
        FollowUp.Cycles cycles = followUp.cycles(
                FollowUp.Matter.ACTION, crises.get(action.crisisId()).level(), action.agreedAt(), action.dueAt());
        CrisisActionModel.ACTION_TITLE.set(execution, ShortTitle.of(action.title()));
        CrisisActionModel.ACTION_OWNER.set(execution, action.owner());
        CrisisActionModel.ACTION_DUE.set(execution, action.dueAt().toString());
        CrisisActionModel.REMINDER_CYCLE.set(execution, cycles.reminder());
        CrisisActionModel.ESCALATION_CYCLE.set(execution, cycles.escalation());
        CrisisActionModel.forgetAnswers(execution);
    }
}
