package io.watchdesk.statement.process;

import io.watchdesk.statement.Updates;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives the update as it was saved. */
@Component
class WriteUpdateListener implements TaskListener {

    private final Updates updates;

    WriteUpdateListener(Updates updates) {
        this.updates = updates;
    }

    @Override
    public void notify(DelegateTask task) {
        updates.give(CrisisUpdateModel.CRISIS_ID.require(task));
    }
}
