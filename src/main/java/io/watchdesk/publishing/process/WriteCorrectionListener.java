package io.watchdesk.publishing.process;

import io.watchdesk.content.Drafting;
import io.watchdesk.content.ShortTitle;
import io.watchdesk.content.Version;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.process.ContentCorrectionModel.CorrectionDecision;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Submits the corrected text as the next version of the piece, unless the correction is given up. */
@Component
class WriteCorrectionListener implements TaskListener {

    private final Drafting drafting;

    WriteCorrectionListener(Drafting drafting) {
        this.drafting = drafting;
    }

    @Override
    public void notify(DelegateTask task) {
        CorrectionDecision decision = ContentCorrectionModel.CORRECTION_DECISION.get(task);
        if (decision == null) {
            throw new Refused("Say whether the correction is ready or given up.");
        }
        if (decision == CorrectionDecision.SUBMIT) {
            Version version = drafting.submit(ContentCorrectionModel.PIECE_ID.require(task));
            ContentCorrectionModel.CONTENT_VERSION.set(task, version.number());
            ContentCorrectionModel.CONTENT_TITLE.set(task, ShortTitle.of(version.title()));
        }
    }
}
