package io.watchdesk.publishing.process;

import io.watchdesk.publishing.PublicationSteps;
import io.watchdesk.publishing.PublicationSteps.Step;
import io.watchdesk.publishing.PublishRun;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the claimed publication; running it again after a crash never sends it twice. */
@Component
class PublishContentDelegate implements JavaDelegate {

    private final PublicationSteps steps;

    PublishContentDelegate(PublicationSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Step<PublishRun.Outcome> step = steps.publish(ContentPublicationModel.PUBLICATION_ID.require(execution));
        ContentPublicationModel.PUBLISH_OUTCOME.set(execution, step.outcome());
        ContentPublicationModel.PUBLICATION_PROBLEM.set(execution, step.sentence());
        ContentPublicationModel.RETRY_AT.set(
                execution, step.retryAt() == null ? null : step.retryAt().toString());
    }
}
