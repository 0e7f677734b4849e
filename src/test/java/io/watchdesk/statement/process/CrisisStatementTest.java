package io.watchdesk.statement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.publishing.Publication;
import io.watchdesk.statement.Kind;
import io.watchdesk.statement.Statement;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** One statement, from the demand to the public or to nowhere. */
class CrisisStatementTest extends StatementWorld {

    @Test
    void a_red_holding_statement_is_written_approved_by_all_and_out_past_the_holds_of_its_crisis() {
        Crisis crisis = crisis(Level.RED, "newsroom", "london");
        ProcessInstance story = statementStarts(crisis, Kind.HOLDING);

        writes("petra", crisis);
        assertThat(open(MESSAGING)).isOne();
        assertThat(open(LEGALITY)).isOne();
        prAndLegalApprove(crisis);
        says("eva", crisis, EXECUTIVE, "approved");
        says("carla", crisis, RELEASE, "approved");

        assertThat(told(crisis, "StatementComing")).contains("wei", "paul", "max", "olga");
        assertThat(publications(crisis)).isEmpty();
        houseHasRead();

        endedAt(story, "EndEvent_StatementOut");
        assertThat(holds.open()).isNotEmpty();
        assertThat(publications(crisis)).hasSize(2).allSatisfy(publication -> {
            assertThat(publication.state()).isEqualTo(Publication.State.PUBLISHED);
            assertThat(publication.crisisId()).isEqualTo(crisis.id());
            assertThat(ledger.attempts(publication.id())).anySatisfy(attempt -> {
                assertThat(attempt.step()).isEqualTo("exempted");
                assertThat(attempt.answer()).contains("It speaks for " + crisis.id());
            });
        });
        assertThat(statement(crisis).state()).isEqualTo(Statement.State.OUT);
        assertThat(response.at(crisis.id(), Milestone.HOLDING_STATEMENT_OUT)).isEqualTo(clock.instant());
        assertThat(timeline(crisis))
                .containsSubsequence(
                        "statement.demanded",
                        "statement.drafted",
                        "statement.released",
                        "statement.staffTold",
                        "statement.out");
        assertThat(approvals.current(statement(crisis).pieceId()).orElseThrow().signOffs())
                .extracting("person")
                .containsExactlyInAnyOrder("prue", "leo", "eva", "carla");
    }
}
