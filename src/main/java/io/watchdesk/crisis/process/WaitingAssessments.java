package io.watchdesk.crisis.process;

import io.watchdesk.crisis.CrisisDeclared;
import io.watchdesk.crisis.CrisisScopes;
import io.watchdesk.platform.ApplicationRights;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.VariableInstance;
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
        rights.run(() -> waiting(CrisisScopes.of(declared.crisis()))
                .forEach(assessment -> runtime.createMessageCorrelation(SignalAssessmentModel.MESSAGE_SCOPE_OPENED)
                        .processInstanceId(assessment)
                        .correlateAll()));
    }

    /** Begins with those that wait, who are few: asked for the scope alone, the engine reads every execution that it has. */
    private Set<String> waiting(List<String> scopes) {
        String[] all = runtime
                .createEventSubscriptionQuery()
                .eventType("message")
                .eventName(SignalAssessmentModel.MESSAGE_SCOPE_OPENED)
                .list()
                .stream()
                .map(EventSubscription::getProcessInstanceId)
                .toArray(String[]::new);
        return all.length == 0
                ? Set.of()
                : runtime
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(all)
                        .variableName(SignalAssessmentModel.SIGNAL_SCOPE.name())
                        .list()
                        .stream()
                        .filter(scope -> scopes.contains(scope.getValue()))
                        .map(VariableInstance::getProcessInstanceId)
                        .collect(Collectors.toSet());
    }
}
