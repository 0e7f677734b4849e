package io.watchdesk.review.process;

import io.watchdesk.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the review with the gravest verdict of its stages; the approval is given here. */
@Component
class ConcludeReviewDelegate implements JavaDelegate {

    private final Reviews reviews;

    ConcludeReviewDelegate(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ContentReviewModel.REVIEW_VERDICT.set(
                execution, reviews.conclude(ContentReviewModel.REVIEW_ID.require(execution)));
    }
}
