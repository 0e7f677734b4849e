package io.watchdesk.publishing.process;

import io.watchdesk.publishing.PublicationDecisions;
import org.springframework.stereotype.Component;

/** Takes a person's word after posting by hand. */
@Component
class PublishManuallyListener extends PostVerdictListener {

    PublishManuallyListener(PublicationDecisions decisions) {
        super(decisions);
    }
}
