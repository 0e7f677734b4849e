package io.watchdesk.review.process;

import io.watchdesk.review.Reviews;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reminds the group of its open review. */
@Component
class RemindReviewersDelegate implements JavaDelegate {

    private final Reviews reviews;
    private final OpenReviews open;

    RemindReviewersDelegate(Reviews reviews, OpenReviews open) {
        this.reviews = reviews;
        this.open = open;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Task> task = open.first(execution);
        reviews.remind(
                ContentReviewModel.REVIEW_ID.require(execution),
                ContentReviewModel.REVIEW_STAGE.require(execution),
                task.map(Task::getId).orElse(null),
                task.map(Task::getName).orElse(null));
    }
}
