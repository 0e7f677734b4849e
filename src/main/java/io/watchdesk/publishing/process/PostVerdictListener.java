package io.watchdesk.publishing.process;

import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.PublicationDecisions;
import io.watchdesk.publishing.process.ContentPublicationModel.PostVerdict;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Writes a person's word on whether the post is out into the ledger. */
abstract class PostVerdictListener implements TaskListener {

    private final PublicationDecisions decisions;

    PostVerdictListener(PublicationDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public final void notify(DelegateTask task) {
        PostVerdict verdict = ContentPublicationModel.POST_VERDICT.get(task);
        if (verdict == null) {
            throw new Refused("Say whether the post is out.");
        }
        Instant again = decisions.confirm(
                ContentPublicationModel.PUBLICATION_ID.require(task),
                verdict == PostVerdict.OUT,
                ContentPublicationModel.text(ContentPublicationModel.POST_LINK, task),
                ContentPublicationModel.text(ContentPublicationModel.DECISION_REASON, task));
        ContentPublicationModel.RETRY_AT.set(task, again.toString());
        String why = ContentPublicationModel.text(ContentPublicationModel.DECISION_REASON, task);
        ContentPublicationModel.PUBLICATION_PROBLEM.set(task, why);
        ContentPublicationModel.forgetDetails(task);
    }
}
