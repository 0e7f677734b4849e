package io.watchdesk.crisis.process;

import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.publishing.HoldPlaced;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins the reminders of a crisis with its first hold, in the transaction that places it. */
@Component
class StandingHolds {

    private static final String OF_A_CRISIS = "CR-";

    private final RuntimeService runtime;
    private final ApplicationRights rights;

    StandingHolds(@Lazy RuntimeService runtime, ApplicationRights rights) {
        this.runtime = runtime;
        this.rights = rights;
    }

    @EventListener
    void placed(HoldPlaced placed) {
        String owner = placed.hold().owner();
        if (owner != null && owner.startsWith(OF_A_CRISIS)) {
            rights.run(() -> begin(owner));
        }
    }

    private void begin(String crisisId) {
        long running = runtime.createProcessInstanceQuery()
                .processDefinitionKey(HoldReminderModel.PROCESS)
                .processInstanceBusinessKey(crisisId)
                .count();
        if (running == 0) {
            runtime.createMessageCorrelation(HoldReminderModel.MESSAGE_CONTENT_HELD)
                    .processInstanceBusinessKey(crisisId)
                    .setVariable(HoldReminderModel.CRISIS_ID.name(), crisisId)
                    .correlateStartMessage();
        }
    }
}
