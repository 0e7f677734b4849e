package io.watchdesk.review.process;

import io.watchdesk.review.SignOffAnswers;
import io.watchdesk.review.SigningOff;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hears one reviewer's decision. */
@Component
class ReviewContentListener implements TaskListener {

    private final SigningOff signingOff;
    private final ChecklistAnswers checklist;

    ReviewContentListener(SigningOff signingOff, ChecklistAnswers checklist) {
        this.signingOff = signingOff;
        this.checklist = checklist;
    }

    @Override
    public void notify(DelegateTask task) {
        SignOffAnswers answers = new SignOffAnswers(
                task.getAssignee(),
                task.getOwner(),
                ContentReviewModel.SIGN_OFF_VERDICT.get(task),
                ContentReviewModel.REASON_CODE.get(task),
                ContentReviewModel.REASON.get(task),
                ContentReviewModel.COMMENT.get(task),
                checklist.read(ContentReviewModel.CHECKLIST_ANSWERS.get(task)),
                ContentReviewModel.CONTENT_HASH.get(task));
        String progress = StageProgress.text(signingOff.signOff(
                ContentReviewModel.REVIEW_ID.require(task), ContentReviewModel.REVIEW_STAGE.require(task), answers));
        task.getExecution().setVariableLocal(ContentReviewModel.STAGE_VERDICT.name(), progress);
    }
}
