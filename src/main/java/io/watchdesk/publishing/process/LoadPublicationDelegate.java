package io.watchdesk.publishing.process;

import io.watchdesk.publishing.PublicationSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads when and where the publication is meant to go out, as the ledger has it now. */
@Component
class LoadPublicationDelegate implements JavaDelegate {

    private final PublicationSteps steps;

    LoadPublicationDelegate(PublicationSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ContentPublicationModel.forgetAnswers(execution);
        PublicationSteps.Standing standing = steps.standing(ContentPublicationModel.PUBLICATION_ID.require(execution));
        ContentPublicationModel.ACCOUNT_NAME.set(execution, standing.accountName());
        ContentPublicationModel.SLOT_AT.set(execution, standing.due().toString());
        ContentPublicationModel.SLOT_STATUS.set(execution, standing.status());
        ContentPublicationModel.PUBLICATION_PROBLEM.set(execution, standing.sentence());
        ContentPublicationModel.PUBLICATION_PRIORITY.set(
                execution, standing.lane().jobPriority());
        ContentPublicationModel.PUBLISHING_GROUPS.set(execution, standing.lane().groups());
    }
}
