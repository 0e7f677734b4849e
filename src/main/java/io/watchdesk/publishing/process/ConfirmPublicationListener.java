package io.watchdesk.publishing.process;

import io.watchdesk.publishing.PublicationDecisions;
import org.springframework.stereotype.Component;

/** Takes a person's word after a call whose end nobody knew. */
@Component
class ConfirmPublicationListener extends PostVerdictListener {

    ConfirmPublicationListener(PublicationDecisions decisions) {
        super(decisions);
    }
}
