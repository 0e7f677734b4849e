package io.watchdesk.review.process;

import io.watchdesk.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hears what a manager does with a review that nobody may sign off. */
@Component
class StaffReviewListener implements TaskListener {

    private final Reviews reviews;

    StaffReviewListener(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void notify(DelegateTask task) {
        if (ContentReviewModel.STAFFING_DECISION.require(task) == StaffingDecision.GIVE_BACK) {
            reviews.giveBack(
                    ContentReviewModel.REVIEW_ID.require(task),
                    ContentReviewModel.REVIEW_STAGE.require(task),
                    ContentReviewModel.STAFFING_REASON.get(task));
        }
    }
}
