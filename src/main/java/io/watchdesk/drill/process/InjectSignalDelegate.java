package io.watchdesk.drill.process;

import io.watchdesk.drill.Drills;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plays the next signal of the script. */
@Component
class InjectSignalDelegate implements JavaDelegate {

    private final Drills drills;

    InjectSignalDelegate(Drills drills) {
        this.drills = drills;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String drillId = CrisisDrillModel.DRILL_ID.require(execution);
        drills.inject(drillId);
        CrisisDrillModel.signalLeft(execution, drills.nextSignal(drillId));
    }
}
