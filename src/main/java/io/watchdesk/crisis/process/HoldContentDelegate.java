package io.watchdesk.crisis.process;

import io.watchdesk.crisis.CrisisHolds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Holds what the level demands, in the transaction that declares the crisis. */
@Component
class HoldContentDelegate implements JavaDelegate {

    private final CrisisHolds holds;

    HoldContentDelegate(CrisisHolds holds) {
        this.holds = holds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        holds.apply(CrisisResponseModel.CRISIS_ID.require(execution));
    }
}
