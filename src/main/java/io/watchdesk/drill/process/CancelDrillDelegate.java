package io.watchdesk.drill.process;

import io.watchdesk.drill.Drills;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes way for a real crisis. */
@Component
class CancelDrillDelegate implements JavaDelegate {

    private final Drills drills;

    CancelDrillDelegate(Drills drills) {
        this.drills = drills;
    }

    @Override
    public void execute(DelegateExecution execution) {
        drills.cancel(CrisisDrillModel.DRILL_ID.require(execution));
    }
}
