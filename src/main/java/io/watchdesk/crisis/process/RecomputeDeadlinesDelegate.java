package io.watchdesk.crisis.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets every running clock of the crisis to its new level. */
@Component
class RecomputeDeadlinesDelegate implements JavaDelegate {

    private final RunningClocks clocks;

    RecomputeDeadlinesDelegate(RunningClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.recompute(CrisisResponseModel.CRISIS_ID.require(execution));
    }
}
