package io.watchdesk.privacy.process;

import io.watchdesk.privacy.DataRequests;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hands over whether the erasure is tried again. */
@Component
class ClearObstaclesListener implements TaskListener {

    private final DataRequests requests;

    ClearObstaclesListener(DataRequests requests) {
        this.requests = requests;
    }

    @Override
    public void notify(DelegateTask task) {
        requests.goOn(
                PersonalDataRequestModel.REQUEST_ID.require(task),
                PersonalDataRequestModel.OBSTACLE_ANSWER.require(task)
                        == PersonalDataRequestModel.ObstacleAnswer.TRY_AGAIN);
    }
}
