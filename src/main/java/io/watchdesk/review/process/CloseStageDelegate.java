package io.watchdesk.review.process;

import io.watchdesk.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says what the stage decided, or that it is still open. */
@Component
class CloseStageDelegate implements JavaDelegate {

    private final Reviews reviews;

    CloseStageDelegate(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ContentReviewModel.STAGE_VERDICT.set(
                execution,
                StageProgress.text(reviews.stageVerdict(
                        ContentReviewModel.REVIEW_ID.require(execution),
                        ContentReviewModel.REVIEW_STAGE.require(execution))));
    }
}
