package io.watchdesk.review.process;

import io.watchdesk.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the slot free that came before the verdict. */
@Component
class FreeSlotDelegate implements JavaDelegate {

    private final Reviews reviews;

    FreeSlotDelegate(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.freeSlot(ContentReviewModel.REVIEW_ID.require(execution));
    }
}
