package io.watchdesk.oncall.process;

import io.watchdesk.oncall.Handovers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Whoever completes the task has taken over. */
@Component
class TakeOverListener implements TaskListener {

    private final Handovers handovers;

    TakeOverListener(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void notify(DelegateTask task) {
        handovers.take(OncallHandoverModel.HANDOVER_ID.require(task));
    }
}
