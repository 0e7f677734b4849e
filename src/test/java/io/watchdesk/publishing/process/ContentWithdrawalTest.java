package io.watchdesk.publishing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.content.Piece;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Publication.State;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** Taking a piece back before it is out. */
class ContentWithdrawalTest extends PublicationWorld {

    @Test
    void a_piece_in_production_is_taken_back_and_its_production_stops() {
        ProcessInstance production = productionStarts();
        String pieceId = (String) runtimeService.getVariable(production.getId(), "pieceId");

        ProcessInstance withdrawal = withdraws(pieceId, REASON);

        endedAt(withdrawal, ContentWithdrawalModel.END_CONTENT_WITHDRAWN);
        HistoricProcessInstance past = historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceId(production.getId())
                .singleResult();
        assertThat(past.getEndTime()).isNotNull();
        assertThat(contents.piece(pieceId).stage()).isEqualTo(Piece.Stage.WITHDRAWN);
    }

    @Test
    void what_is_not_in_production_is_not_withdrawn_and_nothing_of_it_is_dropped() {
        Publication publication = planned("newsroom");

        assertThatThrownBy(() -> withdraws(publication.pieceId(), REASON))
                .hasMessageContaining("not in production any more");
        assertThat(state(publication)).isEqualTo(State.PLANNED);
    }

    @Test
    void a_wish_without_piece_or_reason_is_refused_at_the_start_form() {
        ProcessInstance production = productionStarts();
        String pieceId = (String) runtimeService.getVariable(production.getId(), "pieceId");

        assertThatThrownBy(() -> withdraws(pieceId, " ")).hasMessageContaining("Say why");
        assertThatThrownBy(() -> withdraws("C-1", REASON)).hasMessageContaining("C-1");
        assertThatThrownBy(() -> withdraws("", REASON)).hasMessageContaining("missing");
        assertThat(task("UserTask_WriteDraft")).isNotNull();
    }

    private ProcessInstance productionStarts() {
        Map<String, Object> brief = new HashMap<>();
        brief.put("topic", "Kitchen knives");
        brief.put("category", "knowledge");
        brief.put("audience", "People who cook");
        brief.put("tier", "regular");
        brief.put("format", "article");
        brief.put("accounts", "newsroom");
        brief.put("publishWhen", "nextSlot");
        return starts("pia", "content-production", null, brief);
    }

    private ProcessInstance withdraws(String pieceId, String reason) {
        return starts(
                "pia", ContentWithdrawalModel.PROCESS, null, Map.of("withdrawnPiece", pieceId, "reasonText", reason));
    }
}
