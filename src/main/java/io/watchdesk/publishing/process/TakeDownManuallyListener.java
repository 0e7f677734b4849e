package io.watchdesk.publishing.process;

import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Takedowns;
import io.watchdesk.publishing.process.ContentTakedownModel.TakedownVerdict;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes a person's word that the post is gone, with what shows it. */
@Component
class TakeDownManuallyListener implements TaskListener {

    private final Takedowns takedowns;

    TakeDownManuallyListener(Takedowns takedowns) {
        this.takedowns = takedowns;
    }

    @Override
    public void notify(DelegateTask task) {
        TakedownVerdict verdict = ContentTakedownModel.TAKEDOWN_VERDICT.get(task);
        if (verdict == null) {
            throw new Refused("Say whether the post is down.");
        }
        if (verdict == TakedownVerdict.DOWN) {
            takedowns.confirm(
                    ContentTakedownModel.PUBLICATION_ID.require(task),
                    ContentTakedownModel.PUBLICATION_PROBLEM.require(task),
                    ContentPublicationModel.text(ContentTakedownModel.EVIDENCE, task));
        }
    }
}
