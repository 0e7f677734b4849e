package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Assessment;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Adds a signal to the open crisis of its account and topic. */
@Component
class JoinCrisisDelegate implements JavaDelegate {

    private final Assessment assessment;

    JoinCrisisDelegate(Assessment assessment) {
        this.assessment = assessment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        assessment.join(SignalAssessmentModel.SIGNAL_ID.require(execution));
    }
}
