package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Action;
import io.watchdesk.crisis.ActionProcess;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.platform.ApplicationRights;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Follows an action up by a process of its own; the business key is the crisis, as everywhere in its line. */
@Component
class EngineActions implements ActionProcess {

    private final RuntimeService runtime;
    private final ApplicationRights rights;

    EngineActions(@Lazy RuntimeService runtime, ApplicationRights rights) {
        this.runtime = runtime;
        this.rights = rights;
    }

    @Override
    public void start(Action action, Crisis crisis) {
        rights.run(() -> runtime.createMessageCorrelation(CrisisActionModel.MESSAGE_ACTION_AGREED)
                .processInstanceBusinessKey(crisis.id())
                .setVariable(CrisisActionModel.CRISIS_ID.name(), crisis.id())
                .setVariable(CrisisActionModel.CRISIS_TITLE.name(), crisis.title())
                .setVariable(CrisisActionModel.ACTION_ID.name(), action.id())
                .correlateStartMessage());
    }
}
