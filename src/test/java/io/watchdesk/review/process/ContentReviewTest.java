package io.watchdesk.review.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.content.Category;
import io.watchdesk.content.Version;
import io.watchdesk.review.ReviewWorld;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** The story of a review, from the submitted version to its verdict. */
class ContentReviewTest extends ReviewWorld {

    @Test
    void everyday_content_is_approved_by_one_editor_and_the_approval_is_bound_to_its_hash() {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        ProcessInstance review = reviewStarts(version);

        assertThat(openReviews()).isEqualTo(1);
        assertThat(anyReview().getName()).isEqualTo("Review content: How to hold a knife (Editor)");
        signsOff("rita", version, "approved");

        endedAt(review, "EndEvent_ContentApproved");
        assertThat(approvals.current(version.pieceId())).hasValueSatisfying(approval -> {
            assertThat(approval.hash()).isEqualTo(version.hash());
            assertThat(approval.version()).isEqualTo(1);
            assertThat(approval.signOffs()).singleElement().satisfies(signOff -> {
                assertThat(signOff.person()).isEqualTo("rita");
                assertThat(signOff.stage()).isEqualTo("editor");
            });
        });
    }
}
