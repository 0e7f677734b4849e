package io.watchdesk.crisis.process;

import io.watchdesk.crisis.CrisisDeclared;
import io.watchdesk.crisis.CrisisScopes;
import io.watchdesk.platform.ApplicationRights;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Signals that still wait for a person join the crisis that another signal of the same account and topic has opened. */
@Component
class WaitingAssessments {

    private final RuntimeService runtime;
    private final ApplicationRights rights;

    WaitingAssessments(RuntimeService runtime, ApplicationRights rights) {
        this.runtime = runtime;
        this.rights = rights;
    }

    @EventListener(condition = "!#declared.crisis().drill()")
    void join(CrisisDeclared declared) {
        for (String scope : CrisisScopes.of(declared.crisis())) {
            rights.run(() -> runtime.createMessageCorrelation(SignalAssessmentModel.MESSAGE_SCOPE_OPENED)
                    .processInstanceVariableEquals(SignalAssessmentModel.SIGNAL_SCOPE.name(), scope)
                    .correlateAll());
        }
    }
}
