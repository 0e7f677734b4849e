package io.watchdesk.publishing.process;

import io.watchdesk.content.ShortTitle;
import io.watchdesk.publishing.Corrections;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks the wish to correct a post while the person who asks still sees the start form. */
@Component
class OpenCorrectionDelegate implements JavaDelegate {

    private final Corrections corrections;
    private final RunningProduction production;

    OpenCorrectionDelegate(Corrections corrections, RunningProduction production) {
        this.corrections = corrections;
        this.production = production;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String pieceId =
                ContentCorrectionModel.CORRECTED_PIECE.require(execution).strip();
        Corrections.Opened opened =
                corrections.open(pieceId, ContentPublicationModel.text(ContentCorrectionModel.REASON_TEXT, execution));
        production.needsRest(pieceId);
        execution.setProcessBusinessKey(pieceId);
        ContentCorrectionModel.PIECE_ID.set(execution, pieceId);
        ContentCorrectionModel.CONTENT_TITLE.set(execution, ShortTitle.of(opened.title()));
        ContentCorrectionModel.ACCOUNT_NAME.set(execution, opened.accountNames());
    }
}
