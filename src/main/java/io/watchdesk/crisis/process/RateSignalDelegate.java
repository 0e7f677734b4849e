package io.watchdesk.crisis.process;

import io.watchdesk.content.ShortTitle;
import io.watchdesk.crisis.Assessment;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Rates a signal by the tables. */
@Component
class RateSignalDelegate implements JavaDelegate {

    private final Assessment assessment;

    RateSignalDelegate(Assessment assessment) {
        this.assessment = assessment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Assessment.Rated rated = assessment.rate(SignalAssessmentModel.SIGNAL_ID.require(execution));
        SignalAssessmentModel.SIGNAL_TITLE.set(execution, ShortTitle.of(rated.title()));
        SignalAssessmentModel.SIGNAL_LEVEL.set(execution, rated.level());
        SignalAssessmentModel.SIGNAL_SCOPE.set(execution, rated.scope());
        SignalAssessmentModel.ASSESSMENT_ROUTE.set(execution, rated.route());
        SignalAssessmentModel.ASSESSMENT_DUE.set(execution, rated.due());
        SignalAssessmentModel.LEVEL_REASON.set(execution, null);
    }
}
