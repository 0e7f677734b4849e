package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Actions;
import io.watchdesk.platform.Refused;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what became of an action. */
@Component
class DoActionListener implements TaskListener {

    private final Actions actions;

    DoActionListener(Actions actions) {
        this.actions = actions;
    }

    @Override
    public void notify(DelegateTask task) {
        String id = CrisisActionModel.ACTION_ID.require(task);
        CrisisActionModel.ActionVerdict verdict = CrisisActionModel.ACTION_VERDICT.get(task);
        if (verdict == null) {
            throw new Refused("Say what became of the action.");
        }
        String reason = CrisisActionModel.ACTION_REASON.get(task);
        switch (verdict) {
            case DONE -> actions.done(id, CrisisActionModel.EVIDENCE.get(task));
            case HAND_OVER -> actions.handOver(id, CrisisActionModel.NEW_OWNER.get(task), reason);
            case DROP -> actions.drop(id, reason);
        }
    }
}
