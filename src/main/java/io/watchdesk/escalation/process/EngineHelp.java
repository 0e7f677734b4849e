package io.watchdesk.escalation.process;

import io.watchdesk.escalation.HelpProcess;
import io.watchdesk.platform.ApplicationRights;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts a call for help inside the crisis's own ladder, with which it also ends. */
@Component
class EngineHelp implements HelpProcess {

    private final RuntimeService processes;
    private final ApplicationRights rights;

    EngineHelp(@Lazy RuntimeService processes, ApplicationRights rights) {
        this.processes = processes;
        this.rights = rights;
    }

    @Override
    public void demanded(String crisisId, String helpId) {
        rights.run(() -> processes
                .createMessageCorrelation(CrisisEscalationModel.MESSAGE_HELP_DEMANDED)
                .processInstanceBusinessKey(crisisId)
                .setVariableToTriggeredScope(CrisisEscalationModel.HELP_ID.name(), helpId)
                .correlateAll());
    }
}
