package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Retrospectives;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Makes what was written the record of the retrospective, once it is complete. */
@Component
class HoldRetrospectiveListener implements TaskListener {

    private final Retrospectives retrospectives;

    HoldRetrospectiveListener(Retrospectives retrospectives) {
        this.retrospectives = retrospectives;
    }

    @Override
    public void notify(DelegateTask task) {
        retrospectives.hold(CrisisRetrospectiveModel.CRISIS_ID.require(task));
    }
}
