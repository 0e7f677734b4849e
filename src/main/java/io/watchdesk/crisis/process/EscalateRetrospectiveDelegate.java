package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Retrospectives;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells managers that the retrospective is late. */
@Component
class EscalateRetrospectiveDelegate implements JavaDelegate {

    private final Retrospectives retrospectives;
    private final OpenTask open;

    EscalateRetrospectiveDelegate(Retrospectives retrospectives, OpenTask open) {
        this.retrospectives = retrospectives;
        this.open = open;
    }

    @Override
    public void execute(DelegateExecution execution) {
        open.of(execution, CrisisRetrospectiveModel.USER_HOLD_RETROSPECTIVE)
                .ifPresent(task -> retrospectives.escalate(
                        CrisisRetrospectiveModel.CRISIS_ID.require(execution), task.getId(), task.getName()));
    }
}
