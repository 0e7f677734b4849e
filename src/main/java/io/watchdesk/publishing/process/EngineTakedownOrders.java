package io.watchdesk.publishing.process;

import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.publishing.TakedownOrders;
import io.watchdesk.publishing.Takedowns;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts the takedown as its start form would. */
@Component
class EngineTakedownOrders implements TakedownOrders {

    private final RuntimeService runtime;
    private final ApplicationRights rights;

    EngineTakedownOrders(@Lazy RuntimeService runtime, ApplicationRights rights) {
        this.runtime = runtime;
        this.rights = rights;
    }

    @Override
    public void order(String publicationId, Takedowns.Reason reason, String text, String proof) {
        rights.run(() -> runtime.startProcessInstanceByKey(
                ContentTakedownModel.PROCESS,
                Variables.createVariables()
                        .putValue(ContentTakedownModel.PUBLICATION_ID.name(), publicationId)
                        .putValue(ContentTakedownModel.TAKEDOWN_REASON.name(), Outcomes.text(reason))
                        .putValue(ContentTakedownModel.REASON_TEXT.name(), text)
                        .putValue(ContentTakedownModel.PROOF.name(), proof)));
    }
}
