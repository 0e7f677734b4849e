package io.watchdesk.review.process;

import io.watchdesk.review.ReviewFacts;
import io.watchdesk.review.ReviewPlanning;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Collects what the decision tables are asked, and the time by which the piece should be out. */
@Component
class GatherReviewFactsDelegate implements JavaDelegate {

    private final ReviewPlanning planning;

    GatherReviewFactsDelegate(ReviewPlanning planning) {
        this.planning = planning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String pieceId = ContentReviewModel.PIECE_ID.require(execution);
        ReviewFacts facts = planning.facts(pieceId, ContentReviewModel.CONTENT_VERSION.require(execution));
        ContentReviewModel.GRAVEST_FINDING.set(execution, facts.gravestFinding());
        ContentReviewModel.CONTENT_CATEGORY.set(execution, facts.category());
        ContentReviewModel.AI_DECLARATION.set(execution, facts.aiDeclaration());
        ContentReviewModel.CLAIMS.set(execution, facts.claims());
        ContentReviewModel.PLATFORMS.set(execution, facts.platforms());
        ContentReviewModel.SLOT_AT.set(
                execution, SlotTime.text(SlotTime.given(execution).orElseGet(() -> planning.wishedSlot(pieceId))));
    }
}
