package io.watchdesk.crisis.process;

import io.watchdesk.crisis.CrisisHolds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Undoes the hold of a crisis that was none. */
@Component
class LiftHoldDelegate implements JavaDelegate {

    private final CrisisHolds holds;

    LiftHoldDelegate(CrisisHolds holds) {
        this.holds = holds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        holds.liftAfterStop(CrisisResponseModel.CRISIS_ID.require(execution));
    }
}
