package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisEscalationModel.CRISIS_ID;

import io.watchdesk.escalation.Acknowledgements;
import io.watchdesk.platform.People;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Completing the task of any tier takes the crisis; who comes second reads who was first. */
@Component
class TakeCrisisListener implements TaskListener {

    private final Acknowledgements acknowledgements;
    private final People people;

    TakeCrisisListener(Acknowledgements acknowledgements, People people) {
        this.acknowledgements = acknowledgements;
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        acknowledgements.take(CRISIS_ID.require(task.getExecution()), people.actor(), Acknowledgements.TASKLIST);
    }
}
