package io.watchdesk.publishing.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.content.Piece;
import io.watchdesk.content.Version;
import io.watchdesk.publishing.Publication.State;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole line, from the brief of a planner to a piece that is out, turned down or taken back. */
class ContentProductionTest extends PublicationWorld {

    private static final String WRITE_DRAFT = "UserTask_WriteDraft";

    private ProcessInstance production;
    private String pieceId;

    @BeforeEach
    void a_brief_with_a_wished_time() {
        Map<String, Object> brief = new HashMap<>();
        brief.put("topic", "Kitchen knives");
        brief.put("category", "knowledge");
        brief.put("audience", "People who cook");
        brief.put("tier", "regular");
        brief.put("format", "article");
        brief.put("accounts", "newsroom");
        brief.put("publishWhen", "at");
        brief.put("wishedAt", WISH.toString());
        production = starts("pia", "content-production", null, brief);
        pieceId = (String) runtimeService.getVariable(production.getId(), "pieceId");
    }

    @Test
    void a_draft_that_was_blocked_and_mended_is_reviewed_scheduled_and_published() {
        drafted("稳赚不赔, with this knife.");
        assertThat(task(WRITE_DRAFT).getAssignee()).isEqualTo("wei");
        drafted("Hold it like this.");
        reviewed("approved");
        slotComes();

        passed(production, "ServiceTask_OpenPiece", "ServiceTask_ScreenContent", "CallActivity_ReviewContent");
        passed(production, "ServiceTask_PlanPublications", "CallActivity_PublishContent", "ServiceTask_CloseContent");
        endedAt(production, "EndEvent_ContentClosed");
        assertThat(stage()).isEqualTo(Piece.Stage.CLOSED);
        assertThat(ledger.ofPiece(pieceId))
                .singleElement()
                .satisfies(post -> assertThat(post.state()).isEqualTo(State.PUBLISHED));
    }

    @Test
    void a_draft_that_needs_changes_is_written_again_and_one_that_is_rejected_ends() {
        drafted("Hold it at the blade.");
        reviewed("changesRequested");
        drafted("Hold it at the tip.");
        reviewed("rejected");

        passed(production, "ServiceTask_RecordRejection");
        endedAt(production, "EndEvent_ContentRejected");
        assertThat(stage()).isEqualTo(Piece.Stage.REJECTED);
        assertThat(ledger.ofPiece(pieceId)).isEmpty();
    }

    @Test
    void a_wish_that_passed_is_asked_about_and_what_waits_is_rewritten_or_withdrawn() {
        drafted("Hold it like this.");
        timePasses(Duration.ofHours(2));
        reviewed("approved");
        completes("paul", "UserTask_ChooseSlot", Map.of("slots", "{\"newsroom\":\"2030-01-08T09:30\"}"));
        jobsRun();
        decides(ContentPublicationModel.USER_AWAIT_SLOT, "revise");

        drafted("Hold it like that.");
        reviewed("approved");
        decides(ContentPublicationModel.USER_AWAIT_SLOT, "withdraw");

        passed(production, "UserTask_ChooseSlot", "EscalationEvent_RevisionRequested");
        passed(production, "EscalationEvent_ContentWithdrawn");
        endedAt(production, "EndEvent_ScheduledContentWithdrawn");
        assertThat(stage()).isEqualTo(Piece.Stage.WITHDRAWN);
    }

    private void drafted(String body) {
        as("wei", () -> drafting.save(pieceId, text(pieceId, body)));
        completes("wei", WRITE_DRAFT, Map.of());
        jobsRun();
    }

    private void reviewed(String verdict) {
        Version version = contents.latest(pieceId).orElseThrow();
        signsOff("rita", version, verdict);
    }

    private Piece.Stage stage() {
        return contents.piece(pieceId).stage();
    }
}
