package io.watchdesk.publishing.process;

import io.watchdesk.publishing.PublicationDecisions;
import org.springframework.stereotype.Component;

/** Carries out decisions about a publication that a channel or a person could not send. */
@Component
class ResolveFailedPublicationListener extends DecisionListener {

    ResolveFailedPublicationListener(PublicationDecisions decisions) {
        super(decisions, PublicationDecisions.Place.FAILED);
    }
}
