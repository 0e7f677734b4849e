package io.watchdesk.crisis.process;

import io.watchdesk.crisis.CrisisCommand;
import io.watchdesk.crisis.process.CrisisResponseModel.YesOrNo;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The commander declares the crisis over. */
@Component
class LeadResponseListener implements TaskListener {

    private final CrisisCommand command;

    LeadResponseListener(CrisisCommand command) {
        this.command = command;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean told =
                command.declareOver(CrisisResponseModel.CRISIS_ID.require(task), CrisisResponseModel.SUMMARY.get(task));
        CrisisResponseModel.SUMMARY.set(task, null);
        CrisisResponseModel.PUBLIC_INFORMED.set(task, told ? YesOrNo.YES : YesOrNo.NO);
    }
}
