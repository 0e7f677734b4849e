package io.watchdesk.publishing.process;

import io.watchdesk.publishing.Corrections;
import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans the approved correction on every account on which the piece is out. */
@Component
class PlanCorrectionsDelegate implements JavaDelegate {

    private final Corrections corrections;

    PlanCorrectionsDelegate(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ContentCorrectionModel.PUBLICATION_IDS.set(
                execution, new ArrayList<>(corrections.plan(ContentCorrectionModel.PIECE_ID.require(execution))));
    }
}
