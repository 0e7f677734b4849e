package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisWatchModel.CRISIS_ID;
import static io.watchdesk.escalation.process.CrisisWatchModel.WATCH_AT;

import io.watchdesk.escalation.Watch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Winds the clock after which the holder is asked. */
@Component
class StartWatchDelegate implements JavaDelegate {

    private final Watch watch;

    StartWatchDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WATCH_AT.set(execution, Moments.text(watch.start(CRISIS_ID.require(execution))));
    }
}
