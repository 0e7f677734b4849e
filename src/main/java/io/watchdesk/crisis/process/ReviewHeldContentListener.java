package io.watchdesk.crisis.process;

import io.watchdesk.crisis.HeldContent;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Lifts the holds of the crisis and carries out what was decided about each held post. */
@Component
class ReviewHeldContentListener implements TaskListener {

    private final HeldContent heldContent;

    ReviewHeldContentListener(HeldContent heldContent) {
        this.heldContent = heldContent;
    }

    @Override
    public void notify(DelegateTask task) {
        heldContent.carryOut(CrisisRetrospectiveModel.CRISIS_ID.require(task));
    }
}
