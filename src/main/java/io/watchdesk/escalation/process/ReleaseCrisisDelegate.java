package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisEscalationModel.CRISIS_ID;

import io.watchdesk.escalation.Watch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the crisis from a holder who is silent or gone. */
@Component
class ReleaseCrisisDelegate implements JavaDelegate {

    private final Watch watch;

    ReleaseCrisisDelegate(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watch.release(CRISIS_ID.require(execution));
    }
}
