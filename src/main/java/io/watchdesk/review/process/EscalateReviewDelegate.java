package io.watchdesk.review.process;

import io.watchdesk.review.Reviews;
import io.watchdesk.review.Stage;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells managers that a review is late and raises its open tasks in the group's list. */
@Component
class EscalateReviewDelegate implements JavaDelegate {

    private final Reviews reviews;
    private final OpenReviews open;

    EscalateReviewDelegate(Reviews reviews, OpenReviews open) {
        this.reviews = reviews;
        this.open = open;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Task> task = open.first(execution);
        Stage stage = reviews.escalate(
                ContentReviewModel.REVIEW_ID.require(execution),
                ContentReviewModel.REVIEW_STAGE.require(execution),
                task.map(Task::getId).orElse(null),
                task.map(Task::getName).orElse(null));
        open.raise(execution, stage.plan().latePriority());
    }
}
