package io.watchdesk.drill.process;

import io.watchdesk.drill.Drills;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the response of a drill that its leader stopped or whose time is over. */
@Component
class StopResponseDelegate implements JavaDelegate {

    private final Drills drills;

    StopResponseDelegate(Drills drills) {
        this.drills = drills;
    }

    @Override
    public void execute(DelegateExecution execution) {
        drills.stop(CrisisDrillModel.DRILL_ID.require(execution));
    }
}
