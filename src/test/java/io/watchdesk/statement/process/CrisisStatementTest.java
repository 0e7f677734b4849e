package io.watchdesk.statement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.publishing.Claim;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.PublishRun;
import io.watchdesk.statement.Kind;
import io.watchdesk.statement.Statement;
import io.watchdesk.statement.StatementDesk;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One statement, from the demand to the public or to nowhere. */
class CrisisStatementTest extends StatementWorld {

    @Autowired
    private PublishRun run;

    @Autowired
    private JdbcClient jdbc;

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

    @Test
    void an_orange_statement_spares_the_executive() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        ProcessInstance story = statementStarts(crisis, Kind.FULL);

        isReleased(crisis);
        assertThat(open(EXECUTIVE)).isZero();
        houseHasRead();

        endedAt(story, "EndEvent_StatementOut");
        assertThat(response.at(crisis.id(), Milestone.FULL_STATEMENT_OUT)).isNotNull();
    }

    @Test
    void what_the_word_list_blocks_goes_back_to_the_writer_before_anybody_reads_it() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        Statement statement = statement(crisis);
        StatementDesk.Form form = complete(statement, Duration.ofMinutes(60));
        as("petra", () -> desk.save(statement.id(), withBody(form, form.body() + "\n\n这是国家级的最佳服务。")));

        completes("petra", task(DRAFT, statement.id()), Map.of());
        jobsRun();

        assertThat(open(MESSAGING)).isZero();
        assertThat(open(DRAFT)).isOne();
    }

    @Test
    void a_strong_objection_sends_the_text_back_and_ends_the_other_reviews() {
        Crisis crisis = crisis(Level.RED, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        writes("petra", crisis);

        says("leo", crisis, LEGALITY, "objection");

        assertThat(open(MESSAGING)).isZero();
        assertThat(open(DRAFT)).isOne();
        assertThat(statement(crisis).state()).isEqualTo(Statement.State.DRAFTING);
        assertThat(timeline(crisis)).contains("statement.objected");

        writes("petra", crisis);
        says("prue", crisis, MESSAGING, "objection");
        assertThat(open(DRAFT)).isOne();

        writes("petra", crisis);
        prAndLegalApprove(crisis);
        says("eva", crisis, EXECUTIVE, "objection");
        assertThat(open(DRAFT)).isOne();
        assertThat(approvals.current(statement(crisis).pieceId())).isEmpty();

        writes("petra", crisis);
        prAndLegalApprove(crisis);
        says("eva", crisis, EXECUTIVE, "approved");
        says("carla", crisis, RELEASE, "objection");
        assertThat(open(DRAFT)).isOne();
        assertThat(approvals.current(statement(crisis).pieceId())).isEmpty();
    }

    @Test
    void the_commander_may_want_no_statement() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        ProcessInstance story = statementStarts(crisis, Kind.FULL);
        writes("petra", crisis);
        prAndLegalApprove(crisis);

        says("carla", crisis, RELEASE, "dropped");

        endedAt(story, "EndEvent_StatementDropped");
        assertThat(statement(crisis).state()).isEqualTo(Statement.State.DROPPED);
        assertThat(statement(crisis).endReason()).isEqualTo(WHY);
        assertThat(publications(crisis)).isEmpty();
    }

    @Test
    void a_drill_is_approved_and_nothing_of_it_leaves_the_house() {
        Crisis crisis = crisis(Level.RED, Crisis.Mode.DRILL, "newsroom");
        ProcessInstance story = statementStarts(crisis, Kind.HOLDING);

        isReleased(crisis);

        endedAt(story, "EndEvent_DrillNotPublished");
        assertThat(statement(crisis).state()).isEqualTo(Statement.State.KEPT);
        assertThat(contents.latest(statement(crisis).pieceId()).orElseThrow().title())
                .startsWith(Crisis.DRILL_MARK);
        assertThat(told(crisis, "StatementComing")).isEmpty();
        assertThat(publications(crisis)).isEmpty();
        assertThat(response.at(crisis.id(), Milestone.HOLDING_STATEMENT_OUT)).isNotNull();
        assertThatThrownBy(() -> scheduling.planNow(statement(crisis).pieceId()))
                .hasMessageContaining(crisis.id() + " is a drill: nothing of it leaves the house.");
    }

    @Test
    void whoever_is_late_gets_a_stand_in_and_keeps_the_task() {
        Crisis crisis = crisis(Level.RED, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        timerFires("TimerEvent_DraftingLate");
        assertThat(groups(DRAFT)).containsExactlyInAnyOrder("cc-pr", "oncall-tier-2", "oncall-command");

        writes("prue", crisis);
        timerFires("TimerEvent_LegalityLate");
        assertThat(groups(LEGALITY)).containsExactlyInAnyOrder("cc-legal", "legal");
        assertThat(told(crisis, "TaskWaiting")).contains("lena");
        // Prue wrote it and is the only one of PR, so PR managers are asked from the beginning.
        assertThat(groups(MESSAGING)).containsExactlyInAnyOrder("cc-pr", "oncall-tier-2");
        timerFires("TimerEvent_MessagingLate");
        says("petra", crisis, MESSAGING, "approved");
        says("lena", crisis, LEGALITY, "approved");

        timerFires("TimerEvent_ApprovalLate");
        assertThat(groups(EXECUTIVE)).containsExactlyInAnyOrder("oncall-executive", "oncall-command");
        says("carla", crisis, EXECUTIVE, "approved");
        timerFires("TimerEvent_ReleaseLate");
        assertThat(groups(RELEASE)).containsExactlyInAnyOrder("oncall-command", "oncall-executive");
        theTimeIs(START.plus(Duration.ofMinutes(55)));
        says("eva", crisis, RELEASE, "approved");
        assertThat(statement(crisis).state()).isEqualTo(Statement.State.RELEASED);
    }

    @Test
    void the_clock_runs_from_the_first_sighting_warns_twice_and_climbs_when_it_is_over() {
        Crisis crisis = crisis(Level.RED, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        assertThat(task(DRAFT).getDueDate().toInstant()).isEqualTo(START.plus(Duration.ofMinutes(60)));

        timerFires("TimerEvent_HalfTimeOver");
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(30)));
        assertThat(told(crisis, "TaskReminder")).contains("prue", "petra", "peng");
        timerFires("TimerEvent_TimeNearlyOver");
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(48)));
        timerFires("TimerEvent_DeadlinePassed");

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(60)));
        assertThat(timeline(crisis)).containsSubsequence("statement.warned", "statement.warned", "statement.overdue");
        assertThat(told(crisis, "TaskEscalated")).contains("carla", "eva");
    }

    @Test
    void a_higher_level_moves_the_running_clock() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        assertThat(statement(crisis).dueAt()).isEqualTo(START.plus(Duration.ofMinutes(120)));

        as("carla", () -> response.rate(crisis.id(), Level.RED, "National media carry it."));

        assertThat(statement(crisis).dueAt()).isEqualTo(START.plus(Duration.ofMinutes(60)));
        assertThat(task(DRAFT).getDueDate().toInstant()).isEqualTo(START.plus(Duration.ofMinutes(60)));
        timerFires("TimerEvent_HalfTimeOver");
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(30)));
    }

    @Test
    void the_last_word_has_no_clock() {
        Crisis crisis = crisis(Level.RED, "newsroom");
        ProcessInstance story = statementStarts(crisis, Kind.RESOLUTION);
        passed(story, "EndEvent_ClockSpared");
        assertThat(task(DRAFT).getDueDate()).isNull();

        isReleased(crisis);
        houseHasRead();

        endedAt(story, "EndEvent_StatementOut");
        assertThat(response.at(crisis.id(), Milestone.RESOLUTION_OUT)).isNotNull();
    }

    @Test
    void the_full_statement_cancels_what_is_still_written_for_the_phase_before() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        ProcessInstance holding = statementStarts(crisis, Kind.HOLDING);
        Statement old = statement(crisis);
        theTimeIs(START.plusSeconds(1));
        ProcessInstance full = statementStarts(crisis, Kind.FULL);

        isReleased(crisis);
        houseHasRead();

        endedAt(full, "EndEvent_StatementOut");
        passed(holding, "EndEvent_StatementCancelled");
        endedAt(holding, "SubProcess_MoveOn");
        assertThat(desk.get(old.id()).state()).isEqualTo(Statement.State.DROPPED);
        assertThat(desk.get(old.id()).endReason()).isEqualTo("The full statement is out.");
    }

    @Test
    void a_hold_of_another_crisis_stops_it_like_everything_else() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        ProcessInstance story = statementStarts(crisis, Kind.HOLDING);
        Hold foreign = held(
                Hold.Scope.ACCOUNT, "newsroom", crisis(Level.BLUE, "london").id());
        isReleased(crisis);

        houseHasRead();

        assertThat(open("UserTask_DecideHeldPublication")).isOne();
        assertThat(groups("UserTask_DecideHeldPublication")).containsExactlyInAnyOrder("publishers", "cc-pr");
        holds.release(foreign.id(), "It is over.");
        completes(
                "paul", "UserTask_DecideHeldPublication", Map.of("publicationDecision", "keep", "decisionReason", WHY));
        jobsRun();
        endedAt(story, "EndEvent_StatementOut");
    }

    @Test
    void a_channel_without_a_machine_gets_it_by_hand_in_the_same_lane() {
        Crisis crisis = crisis(Level.ORANGE, "weibo");
        ProcessInstance story = statementStarts(crisis, Kind.HOLDING);
        isReleased(crisis);
        houseHasRead();

        assertThat(groups("UserTask_PublishManually")).containsExactlyInAnyOrder("publishers", "cc-pr");
        completes(
                "prue",
                "UserTask_PublishManually",
                Map.of("postVerdict", "out", "postLink", "https://weibo.example/" + crisis.id()));
        jobsRun();

        endedAt(story, "EndEvent_StatementOut");
    }

    @Test
    void what_changed_after_the_approval_is_written_anew() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        isReleased(crisis);
        approvals.voidApproval(statement(crisis).pieceId(), "The lawyers called.");
        String pieceId = statement(crisis).pieceId();
        assertThat(approvals.current(pieceId)).isEmpty();

        assertThatThrownBy(this::houseHasRead).hasMessageContaining("no approval in force");
    }

    @Test
    void a_publisher_who_asks_for_a_revision_reopens_it_and_one_who_withdraws_drops_it() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        ProcessInstance story = statementStarts(crisis, Kind.HOLDING);
        Hold foreign = held(
                Hold.Scope.ACCOUNT, "newsroom", crisis(Level.BLUE, "london").id());
        isReleased(crisis);
        houseHasRead();
        completes(
                "paul",
                "UserTask_DecideHeldPublication",
                Map.of("publicationDecision", "revise", "decisionReason", WHY));
        jobsRun();
        assertThat(open(DRAFT)).isOne();
        assertThat(timeline(crisis)).contains("statement.reopened");

        isReleased(crisis);
        houseHasRead();
        completes(
                "paul",
                "UserTask_DecideHeldPublication",
                Map.of("publicationDecision", "withdraw", "decisionReason", WHY));
        jobsRun();

        endedAt(story, "EndEvent_StatementDropped");
        holds.release(foreign.id(), "It is over.");
    }

    @Test
    void a_statement_that_no_account_took_is_dropped() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        ProcessInstance story = statementStarts(crisis, Kind.HOLDING);
        Hold foreign = held(
                Hold.Scope.ACCOUNT, "newsroom", crisis(Level.BLUE, "london").id());
        isReleased(crisis);
        houseHasRead();

        completes(
                "paul", "UserTask_DecideHeldPublication", Map.of("publicationDecision", "drop", "decisionReason", WHY));
        jobsRun();

        endedAt(story, "EndEvent_StatementDropped");
        assertThat(statement(crisis).endReason()).isEqualTo("It did not go out on any account.");
        holds.release(foreign.id(), "It is over.");
    }

    @Test
    void a_drills_word_is_refused_at_the_claim_and_at_the_call_even_if_somebody_planned_it() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        isReleased(crisis);
        String publication = scheduling.planNow(statement(crisis).pieceId()).get(0);
        assertThat(ledger.claim(publication).outcome()).isEqualTo(Claim.Outcome.CLEAR);
        jdbc.sql("update statement set mode = 'DRILL' where id = ?")
                .param(statement(crisis).id())
                .update();

        assertThat(run.publish(publication).outcome()).isEqualTo(PublishRun.Outcome.NOT_SENT);
        assertThat(ledger.claim(publication))
                .isEqualTo(
                        new Claim(Claim.Outcome.REFUSED, crisis.id() + " is a drill: nothing of it leaves the house."));
        assertThat(ledger.get(publication).callStartedAt()).isNull();
    }

    private static StatementDesk.Form withBody(StatementDesk.Form form, String body) {
        return new StatementDesk.Form(
                form.templateId(),
                form.cluster(),
                form.repeated(),
                form.strategy(),
                form.elements(),
                form.nextWord(),
                form.title(),
                body,
                form.variants(),
                form.links(),
                form.ai(),
                form.revision());
    }
}
