package io.watchdesk.privacy.process;

import io.watchdesk.privacy.DataRequests;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hands the second person's decision over. */
@Component
class ApproveRequestListener implements TaskListener {

    private final DataRequests requests;

    ApproveRequestListener(DataRequests requests) {
        this.requests = requests;
    }

    @Override
    public void notify(DelegateTask task) {
        requests.decide(
                PersonalDataRequestModel.REQUEST_ID.require(task),
                PersonalDataRequestModel.REQUEST_VERDICT.require(task) == PersonalDataRequestModel.Verdict.APPROVED,
                PersonalDataRequestModel.REASON_TEXT.get(task));
    }
}
