package io.watchdesk.publishing.process;

import io.watchdesk.publishing.PublicationSteps;
import io.watchdesk.publishing.PublicationSteps.Step;
import io.watchdesk.publishing.PublishRun;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the channel what became of a call whose end nobody knows. */
@Component
class LookUpPublicationDelegate implements JavaDelegate {

    private final PublicationSteps steps;

    LookUpPublicationDelegate(PublicationSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Step<PublishRun.Outcome> step = steps.lookUp(ContentPublicationModel.PUBLICATION_ID.require(execution));
        ContentPublicationModel.LOOK_UP_OUTCOME.set(execution, step.outcome());
        ContentPublicationModel.PUBLICATION_PROBLEM.set(execution, step.sentence());
        ContentPublicationModel.RETRY_AT.set(
                execution, step.retryAt() == null ? null : step.retryAt().toString());
    }
}
