package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisWatchModel.CRISIS_ID;
import static io.watchdesk.escalation.process.CrisisWatchModel.HOLDER_ACTIVITY;

import io.watchdesk.escalation.Watch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether the holder was heard of. */
@Component
class CheckActivityDelegate implements JavaDelegate {

    private final Watch watch;

    CheckActivityDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        HOLDER_ACTIVITY.set(execution, watch.check(CRISIS_ID.require(execution)));
    }
}
