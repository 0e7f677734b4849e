package io.watchdesk.crisis.process;

import io.watchdesk.crisis.CrisisHolds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Holds what the new level and scope demand; nothing is released. */
@Component
class WidenHoldDelegate implements JavaDelegate {

    private final CrisisHolds holds;

    WidenHoldDelegate(CrisisHolds holds) {
        this.holds = holds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        holds.apply(CrisisResponseModel.CRISIS_ID.require(execution));
    }
}
