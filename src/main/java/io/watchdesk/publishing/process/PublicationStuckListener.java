package io.watchdesk.publishing.process;

import io.watchdesk.publishing.PublicationSteps;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Tells the publishers that a publication cannot go on without them. */
@Component
class PublicationStuckListener implements TaskListener {

    private final PublicationSteps steps;

    PublicationStuckListener(PublicationSteps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateTask task) {
        steps.tellStuck(
                ContentPublicationModel.PUBLICATION_ID.require(task),
                task.getId(),
                ContentPublicationModel.text(ContentPublicationModel.PUBLICATION_PROBLEM, task));
    }
}
