package io.watchdesk.crisis.process;

import io.watchdesk.crisis.CrisisRoles;
import io.watchdesk.crisis.process.CrisisResponseModel.Verdict;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Somebody takes a role over, or does not. */
@Component
class AcceptRoleListener implements TaskListener {

    private final CrisisRoles roles;

    AcceptRoleListener(CrisisRoles roles) {
        this.roles = roles;
    }

    @Override
    public void notify(DelegateTask task) {
        roles.answer(
                CrisisResponseModel.HANDOVER_ID.require(task),
                CrisisResponseModel.ROLE_VERDICT.require(task) == Verdict.ACCEPTED);
        CrisisResponseModel.ROLE_VERDICT.set(task, null);
    }
}
