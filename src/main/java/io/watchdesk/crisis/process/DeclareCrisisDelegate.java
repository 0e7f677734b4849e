package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Assessment;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a crisis of a signal, in one transaction with its hold. */
@Component
class DeclareCrisisDelegate implements JavaDelegate {

    private final Assessment assessment;

    DeclareCrisisDelegate(Assessment assessment) {
        this.assessment = assessment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        assessment.declare(
                SignalAssessmentModel.SIGNAL_ID.require(execution),
                SignalAssessmentModel.SIGNAL_LEVEL.require(execution),
                SignalAssessmentModel.LEVEL_REASON.get(execution));
    }
}
