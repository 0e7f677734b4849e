package io.watchdesk.review.process;

import io.watchdesk.review.ReviewPlanning;
import io.watchdesk.review.Round;
import io.watchdesk.review.StagePlan;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the round with the stages and checklists that the tables chose. */
@Component
class OpenReviewDelegate implements JavaDelegate {

    private final ReviewPlanning planning;

    OpenReviewDelegate(ReviewPlanning planning) {
        this.planning = planning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<StagePlan> stages = PlanTables.stages(ContentReviewModel.STAGE_PLAN.require(execution));
        Round round = planning.open(
                ContentReviewModel.PIECE_ID.require(execution),
                ContentReviewModel.CONTENT_VERSION.require(execution),
                ContentReviewModel.CONTENT_RISK.require(execution),
                stages,
                PlanTables.items(ContentReviewModel.CHECKLIST_PLAN.require(execution)),
                SlotTime.given(execution).orElse(null));
        ContentReviewModel.REVIEW_ID.set(execution, round.id());
        ContentReviewModel.REVIEW_STAGES.set(
                execution, stages.stream().map(StagePlan::stage).toList());
        execution.removeVariable(ContentReviewModel.STAGE_PLAN.name());
        execution.removeVariable(ContentReviewModel.CHECKLIST_PLAN.name());
    }
}
