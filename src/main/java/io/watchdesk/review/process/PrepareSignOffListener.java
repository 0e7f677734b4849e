package io.watchdesk.review.process;

import io.watchdesk.platform.TypedVariable;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the answers of each reviewer to that reviewer's own branch, so that two who answer at once neither overwrite each
 * other nor fail because of each other.
 */
@Component
class PrepareSignOffListener implements TaskListener {

    private static final List<TypedVariable<String>> ANSWERS = List.of(
            ContentReviewModel.SIGN_OFF_VERDICT,
            ContentReviewModel.REASON_CODE,
            ContentReviewModel.REASON,
            ContentReviewModel.COMMENT,
            ContentReviewModel.CHECKLIST_ANSWERS,
            ContentReviewModel.CONTENT_HASH);

    @Override
    public void notify(DelegateTask task) {
        DelegateExecution branch = task.getExecution();
        ANSWERS.forEach(answer -> branch.setVariableLocal(answer.name(), null));
        branch.setVariableLocal(ContentReviewModel.STAGE_VERDICT.name(), StageProgress.OPEN);
    }
}
