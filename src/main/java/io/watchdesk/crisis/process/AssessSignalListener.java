package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Assessment;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A person's verdict on a signal. */
@Component
class AssessSignalListener implements TaskListener {

    private final Assessment assessment;

    AssessSignalListener(Assessment assessment) {
        this.assessment = assessment;
    }

    @Override
    public void notify(DelegateTask task) {
        Assessment.Decided decided = assessment.decide(
                SignalAssessmentModel.SIGNAL_ID.require(task),
                SignalAssessmentModel.ASSESSMENT_VERDICT.require(task),
                SignalAssessmentModel.ASSESSED_LEVEL.get(task),
                SignalAssessmentModel.ASSESSMENT_REASON.get(task),
                SignalAssessmentModel.SNOOZE_UNTIL.get(task));
        SignalAssessmentModel.SIGNAL_LEVEL.set(task, decided.level());
        SignalAssessmentModel.LEVEL_REASON.set(task, decided.reason());
        SignalAssessmentModel.SNOOZE_UNTIL.set(task, decided.snoozeUntil());
        SignalAssessmentModel.ASSESSMENT_REASON.set(task, null);
        SignalAssessmentModel.ASSESSED_LEVEL.set(task, null);
    }
}
