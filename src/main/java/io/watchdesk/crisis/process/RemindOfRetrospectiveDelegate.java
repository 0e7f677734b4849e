package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Retrospectives;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the people who hold the retrospective. */
@Component
class RemindOfRetrospectiveDelegate implements JavaDelegate {

    private final Retrospectives retrospectives;
    private final OpenTask open;

    RemindOfRetrospectiveDelegate(Retrospectives retrospectives, OpenTask open) {
        this.retrospectives = retrospectives;
        this.open = open;
    }

    @Override
    public void execute(DelegateExecution execution) {
        open.of(execution, CrisisRetrospectiveModel.USER_HOLD_RETROSPECTIVE)
                .ifPresent(task -> retrospectives.remind(
                        CrisisRetrospectiveModel.CRISIS_ID.require(execution),
                        open.groups(execution, task),
                        task.getId(),
                        task.getName()));
    }
}
