package io.watchdesk.review.process;

import io.watchdesk.review.SigningOff;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Tells a person who could never complete a review so when they claim it. */
@Component
class ClaimReviewListener implements TaskListener {

    private final SigningOff signingOff;

    ClaimReviewListener(SigningOff signingOff) {
        this.signingOff = signingOff;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() != null) {
            signingOff.mayClaim(
                    ContentReviewModel.REVIEW_ID.require(task),
                    ContentReviewModel.REVIEW_STAGE.require(task),
                    task.getAssignee());
        }
    }
}
