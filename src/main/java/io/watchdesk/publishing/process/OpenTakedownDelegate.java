package io.watchdesk.publishing.process;

import io.watchdesk.content.ShortTitle;
import io.watchdesk.publishing.Takedowns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks the wish to take a post down while the person who asks still sees the start form. */
@Component
class OpenTakedownDelegate implements JavaDelegate {

    private final Takedowns takedowns;

    OpenTakedownDelegate(Takedowns takedowns) {
        this.takedowns = takedowns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Takedowns.Opened opened = takedowns.open(
                ContentTakedownModel.PUBLICATION_ID.require(execution),
                ContentTakedownModel.TAKEDOWN_REASON.get(execution),
                ContentPublicationModel.text(ContentTakedownModel.REASON_TEXT, execution),
                ContentPublicationModel.text(ContentTakedownModel.PROOF, execution));
        execution.setProcessBusinessKey(opened.pieceId());
        ContentTakedownModel.PIECE_ID.set(execution, opened.pieceId());
        ContentTakedownModel.CONTENT_TITLE.set(execution, ShortTitle.of(opened.title()));
        ContentTakedownModel.ACCOUNT_NAME.set(execution, opened.accountName());
        ContentTakedownModel.PUBLICATION_PROBLEM.set(execution, opened.reason());
    }
}
