package io.watchdesk.review.process;

import io.watchdesk.platform.Outcomes;
import io.watchdesk.review.Reviews;
import io.watchdesk.review.Stage;
import io.watchdesk.review.StageOpening;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives a stage its turn: who signs off, how many of them, and until when. */
@Component
class OpenStageDelegate implements JavaDelegate {

    private final Reviews reviews;

    OpenStageDelegate(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StageOpening opening = reviews.openStage(
                ContentReviewModel.REVIEW_ID.require(execution), ContentReviewModel.REVIEW_STAGE.require(execution));
        Stage stage = opening.stage();
        ContentReviewModel.STAGE_TITLE.set(execution, stage.plan().title());
        ContentReviewModel.STAGE_GROUP.set(execution, stage.plan().group());
        ContentReviewModel.STAGE_PRIORITY.set(execution, stage.plan().priority());
        ContentReviewModel.STAGE_DUE_AT.set(execution, stage.dueAt().toString());
        ContentReviewModel.REMIND_AT.set(execution, stage.remindAt().toString());
        ContentReviewModel.ESCALATE_AT.set(execution, stage.escalateAt().toString());
        ContentReviewModel.SIGN_OFFS_WANTED.set(execution, opening.signOffs());
        ContentReviewModel.STAGE_STAFFING.set(
                execution, Outcomes.text(opening.staffed() ? StageStaffing.STAFFED : StageStaffing.UNSTAFFED));
    }
}
