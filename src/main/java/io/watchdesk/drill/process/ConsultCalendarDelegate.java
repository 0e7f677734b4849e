package io.watchdesk.drill.process;

import io.watchdesk.drill.Drills;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether a drill is planned for today and who leads it. */
@Component
class ConsultCalendarDelegate implements JavaDelegate {

    private final Drills drills;

    ConsultCalendarDelegate(Drills drills) {
        this.drills = drills;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DrillScheduleModel.plan(execution, drills.planned());
    }
}
