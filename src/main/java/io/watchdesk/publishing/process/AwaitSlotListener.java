package io.watchdesk.publishing.process;

import io.watchdesk.publishing.PublicationDecisions;
import org.springframework.stereotype.Component;

/** Carries out decisions while the publication waits for its slot. */
@Component
class AwaitSlotListener extends DecisionListener {

    AwaitSlotListener(PublicationDecisions decisions) {
        super(decisions, PublicationDecisions.Place.WAITING);
    }
}
