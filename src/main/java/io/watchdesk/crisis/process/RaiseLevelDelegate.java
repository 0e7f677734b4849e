package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Assessment;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A signal that nobody assessed in time counts one level higher. */
@Component
class RaiseLevelDelegate implements JavaDelegate {

    private final Assessment assessment;

    RaiseLevelDelegate(Assessment assessment) {
        this.assessment = assessment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Assessment.Raised raised = assessment.raise(
                SignalAssessmentModel.SIGNAL_ID.require(execution),
                SignalAssessmentModel.SIGNAL_LEVEL.require(execution));
        SignalAssessmentModel.SIGNAL_LEVEL.set(execution, raised.level());
        SignalAssessmentModel.RAISED_TO.set(execution, raised.gravity());
        SignalAssessmentModel.ASSESSMENT_DUE.set(execution, raised.due());
        SignalAssessmentModel.LEVEL_REASON.set(execution, raised.reason());
    }
}
