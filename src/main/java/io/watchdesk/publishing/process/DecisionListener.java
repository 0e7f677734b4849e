package io.watchdesk.publishing.process;

import io.watchdesk.platform.Outcomes;
import io.watchdesk.publishing.PublicationDecisions;
import io.watchdesk.publishing.PublicationDecisions.Decision;
import io.watchdesk.publishing.PublicationDecisions.Place;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Carries out what a publisher decided about one publication; the places differ in what is possible there. */
abstract class DecisionListener implements TaskListener {

    private final PublicationDecisions decisions;
    private final Place place;

    DecisionListener(PublicationDecisions decisions, Place place) {
        this.decisions = decisions;
        this.place = place;
    }

    @Override
    public final void notify(DelegateTask task) {
        decisions.decide(
                place,
                ContentPublicationModel.PUBLICATION_ID.require(task),
                Outcomes.parse(Decision.class, ContentPublicationModel.PUBLICATION_DECISION.require(task)),
                ContentPublicationModel.text(ContentPublicationModel.DECISION_REASON, task),
                ContentPublicationModel.text(ContentPublicationModel.NEW_SLOT, task));
        ContentPublicationModel.forgetDetails(task);
    }
}
