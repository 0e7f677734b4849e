package io.watchdesk.crisis.process;

import io.watchdesk.crisis.TriageClock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says that the triage is not done in time, so that more people are called. */
@Component
class ReportTriageOverdueDelegate implements JavaDelegate {

    private final TriageClock clock;

    ReportTriageOverdueDelegate(TriageClock clock) {
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clock.breached(CrisisResponseModel.CRISIS_ID.require(execution));
    }
}
