package io.watchdesk.publishing.process;

import io.watchdesk.publishing.PublicationDecisions;
import org.springframework.stereotype.Component;

/** Carries out decisions about a held publication. */
@Component
class DecideHeldPublicationListener extends DecisionListener {

    DecideHeldPublicationListener(PublicationDecisions decisions) {
        super(decisions, PublicationDecisions.Place.HELD);
    }
}
