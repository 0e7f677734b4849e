package io.watchdesk.oncall.process;

import io.watchdesk.oncall.Handovers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps what the outgoing person leaves behind. */
@Component
class LeaveNoteListener implements TaskListener {

    private final Handovers handovers;

    LeaveNoteListener(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void notify(DelegateTask task) {
        handovers.note(OncallHandoverModel.HANDOVER_ID.require(task), OncallHandoverModel.HANDOVER_NOTE.get(task));
    }
}
