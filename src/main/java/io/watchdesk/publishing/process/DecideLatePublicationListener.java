package io.watchdesk.publishing.process;

import io.watchdesk.publishing.PublicationDecisions;
import org.springframework.stereotype.Component;

/** Carries out decisions about a publication that is later than its account allows. */
@Component
class DecideLatePublicationListener extends DecisionListener {

    DecideLatePublicationListener(PublicationDecisions decisions) {
        super(decisions, PublicationDecisions.Place.LATE);
    }
}
