package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Ratings;
import io.watchdesk.crisis.process.CrisisResponseModel.Verdict;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The commander decides about a lower level. */
@Component
class ApproveDowngradeListener implements TaskListener {

    private final Ratings ratings;

    ApproveDowngradeListener(Ratings ratings) {
        this.ratings = ratings;
    }

    @Override
    public void notify(DelegateTask task) {
        ratings.decideDowngrade(
                CrisisResponseModel.CRISIS_ID.require(task),
                CrisisResponseModel.DOWNGRADE_VERDICT.require(task) == Verdict.ACCEPTED,
                CrisisResponseModel.DOWNGRADE_REASON.get(task));
        CrisisResponseModel.DOWNGRADE_VERDICT.set(task, null);
        CrisisResponseModel.DOWNGRADE_REASON.set(task, null);
    }
}
