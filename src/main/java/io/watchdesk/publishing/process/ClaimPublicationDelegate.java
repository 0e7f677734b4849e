package io.watchdesk.publishing.process;

import io.watchdesk.publishing.PublicationSteps;
import io.watchdesk.publishing.PublicationSteps.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the ledger whether it may go out now, in the transaction of the timer that says it is time. */
@Component
class ClaimPublicationDelegate implements JavaDelegate {

    private final PublicationSteps steps;

    ClaimPublicationDelegate(PublicationSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ContentPublicationModel.forgetAnswers(execution);
        Step<PublicationSteps.ClaimOutcome> step =
                steps.claim(ContentPublicationModel.PUBLICATION_ID.require(execution));
        ContentPublicationModel.CLAIM_OUTCOME.set(execution, step.outcome());
        ContentPublicationModel.PUBLICATION_PROBLEM.set(execution, step.sentence());
    }
}
