package io.watchdesk.publishing.process;

import static io.watchdesk.publishing.process.ContentCorrectionModel.END_CONTENT_CORRECTED;
import static io.watchdesk.publishing.process.ContentCorrectionModel.END_CORRECTION_DROPPED;
import static io.watchdesk.publishing.process.ContentCorrectionModel.END_CORRECTION_REJECTED;
import static io.watchdesk.publishing.process.ContentCorrectionModel.END_CORRECTION_WITHDRAWN;
import static io.watchdesk.publishing.process.ContentCorrectionModel.PROCESS;
import static io.watchdesk.publishing.process.ContentCorrectionModel.USER_WRITE_CORRECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.content.Version;
import io.watchdesk.publishing.AfterCare;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Publication.State;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Giving a post that is out a better text. */
class ContentCorrectionTest extends PublicationWorld {

    @Autowired
    AfterCare afterCare;

    @Test
    void after_screening_and_a_new_review_the_new_text_replaces_the_old_one_under_the_same_link() {
        Publication post = out();
        ProcessInstance correction = correctionStarts(post.pieceId());
        drafts(post.pieceId(), "国家级 knives. Hold them at the handle.");
        submits("submit");
        drafts(post.pieceId(), "Hold it at the handle.");
        submits("submit");
        signsOff("rita", latest(post), "approved");

        endedAt(correction, END_CONTENT_CORRECTED);
        assertThat(ledger.ofPiece(post.pieceId())).hasSize(2).last().satisfies(corrected -> {
            assertThat(corrected.corrects()).isEqualTo(post.id());
            assertThat(corrected.state()).isEqualTo(State.PUBLISHED);
            assertThat(corrected.link()).isEqualTo(post.link());
        });
    }

    @Test
    void what_reviewers_send_back_is_written_again_and_what_they_reject_leaves_the_post_as_it_is() {
        Publication post = out();
        ProcessInstance correction = correctionStarts(post.pieceId());
        drafts(post.pieceId(), "Hold it at the blade.");
        submits("submit");
        signsOff("rita", latest(post), "changesRequested");
        drafts(post.pieceId(), "Hold it at the tip.");
        submits("submit");
        signsOff("rita", latest(post), "rejected");

        endedAt(correction, END_CORRECTION_REJECTED);
        assertThat(ledger.ofPiece(post.pieceId())).hasSize(1);
    }

    @Test
    void a_correction_can_be_given_up() {
        Publication post = out();
        ProcessInstance correction = correctionStarts(post.pieceId());

        assertThatThrownBy(() -> submits(null)).hasMessageContaining("ready or given up");
        submits("giveUp");

        endedAt(correction, END_CORRECTION_DROPPED);
        assertThat(state(post)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void a_held_correction_is_sent_back_or_ends_with_the_post_that_was_taken_down() {
        Publication post = out();
        ProcessInstance correction = correctionStarts(post.pieceId());
        drafts(post.pieceId(), "Hold it at the handle.");
        Hold hold = held(Hold.Scope.PIECE, post.pieceId());
        submits("submit");
        signsOff("rita", latest(post), "approved");

        decides(ContentPublicationModel.USER_DECIDE_HELD_PUBLICATION, "revise");
        drafts(post.pieceId(), "Hold it at the handle, firmly.");
        submits("submit");
        signsOff("rita", latest(post), "approved");
        isRefused(ContentPublicationModel.USER_DECIDE_HELD_PUBLICATION, "withdraw", REASON, null, "out on Newsroom");
        afterCare.takeDown(post.id(), REASON);
        decides(ContentPublicationModel.USER_DECIDE_HELD_PUBLICATION, "withdraw");

        endedAt(correction, END_CORRECTION_WITHDRAWN);
        assertThat(holds.open()).containsExactly(hold);
    }

    @Test
    void only_what_is_out_and_at_rest_is_corrected_and_only_once_at_a_time() {
        Publication waiting = planned("newsroom");
        Publication post = out();
        correctionStarts(post.pieceId());

        assertThatThrownBy(() -> correctionStarts(post.pieceId())).hasMessageContaining("under way already");
        assertThatThrownBy(() -> correctionStarts(waiting.pieceId())).hasMessageContaining("nothing to correct");
        assertThatThrownBy(() -> correctionStarts("C-1")).hasMessageContaining("C-1");
    }

    private Publication out() {
        Publication publication = planned("newsroom");
        publicationStarts(publication);
        decides(ContentPublicationModel.USER_AWAIT_SLOT, "publish", "", null);
        return ledger.get(publication.id());
    }

    private ProcessInstance correctionStarts(String pieceId) {
        return starts(
                "paul",
                PROCESS,
                null,
                Map.of("correctedPiece", pieceId, "reasonText", "The grip was described wrongly."));
    }

    private void drafts(String pieceId, String body) {
        as("wei", () -> drafting.save(pieceId, text(pieceId, body)));
    }

    private void submits(String decision) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("correctionDecision", decision);
        completes("wei", USER_WRITE_CORRECTION, answers);
        jobsRun();
    }

    private Version latest(Publication post) {
        return contents.latest(post.pieceId()).orElseThrow();
    }
}
