package io.watchdesk.publishing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Publication.State;
import io.watchdesk.publishing.Scheduling;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which time an approved piece gets on each account, and what a person is asked. */
class SchedulingTest extends PublicationWorld {

    private static final LocalDateTime PAST = LocalDateTime.parse("2030-01-07T12:00");

    private final ExecutorService planners = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        planners.shutdownNow();
    }

    @Test
    void a_wish_is_meant_in_the_zone_of_each_account() {
        String pieceId = approved(WISH, "newsroom", "london");

        Scheduling.Plan plan = scheduling.plan(pieceId);

        assertThat(plan.outcome()).isEqualTo(Scheduling.Outcome.PLANNED);
        assertThat(plan.publicationIds())
                .extracting(id -> ledger.get(id).slot().at().toString())
                .containsExactly(WISH_AT, "2030-01-07T17:10:00Z");
    }

    @Test
    void without_a_wish_two_pieces_get_two_slots_of_the_policy() {
        Publication first = planned(approved(null, "newsroom"), "newsroom");
        Publication second = planned(approved(null, "newsroom"), "newsroom");

        assertThat(List.of(first.slot().local(), second.slot().local()))
                .extracting(LocalDateTime::toLocalTime)
                .allMatch(time -> List.of("07:45", "18:15").contains(time.toString()));
        assertThat(second.slot().at()).isAfter(first.slot().at());
    }

    @Test
    void pieces_that_are_planned_at_the_same_moment_get_slots_of_their_own() {
        List<String> pieces =
                IntStream.range(0, 16).mapToObj(i -> approved(null, "newsroom")).toList();
        CyclicBarrier start = new CyclicBarrier(pieces.size());

        List<CompletableFuture<Scheduling.Plan>> plans = pieces.stream()
                .map(piece -> CompletableFuture.supplyAsync(() -> plannedAtOnce(piece, start), planners))
                .toList();

        assertThat(plans)
                .extracting(
                        plan -> ledger.get(plan.join().publicationIds().get(0)).slot())
                .doesNotHaveDuplicates();
    }

    private Scheduling.Plan plannedAtOnce(String piece, CyclicBarrier start) {
        try {
            start.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return scheduling.plan(piece);
    }

    @Test
    void planning_again_changes_nothing() {
        String pieceId = approved(WISH, "newsroom", "london");

        Scheduling.Plan first = scheduling.plan(pieceId);
        timePasses(Duration.ofHours(2));

        assertThat(scheduling.plan(pieceId)).isEqualTo(first);
        assertThat(ledger.ofPiece(pieceId)).hasSize(2);
    }

    @Test
    void a_wish_that_is_over_is_asked_about_for_the_account_where_it_is_over() {
        String pieceId = approved(PAST, "newsroom", "london");

        Scheduling.Plan plan = scheduling.plan(pieceId);

        assertThat(plan.outcome()).isEqualTo(Scheduling.Outcome.NEEDS_PERSON);
        assertThat(plan.publicationIds()).hasSize(1);
        assertThat(scheduling.openSlots(pieceId)).singleElement().satisfies(open -> {
            assertThat(open.accountId()).isEqualTo("newsroom");
            assertThat(open.why()).contains("2030-01-07 12:00").contains("is over");
            assertThat(open.suggestion()).isNotNull();
        });
    }

    @Test
    void every_answer_of_a_person_is_checked_and_told_about_at_once() {
        String pieceId = approved(PAST, "newsroom", "weibo");
        scheduling.plan(pieceId);

        assertThatThrownBy(() -> scheduling.choose(
                        pieceId, Map.of("newsroom", "2030-01-07T15:00", "weibo", "soon", "nowhere", "next")))
                .hasMessageContaining("is over for Newsroom")
                .hasMessageContaining("\"soon\" for Weibo cannot be understood")
                .hasMessageContaining("\"nowhere\" does not wait");
        assertThatThrownBy(() -> scheduling.choose(pieceId, Map.of("newsroom", "next")))
                .hasMessageContaining("Choose a time for Weibo");
        assertThat(ledger.ofPiece(pieceId)).isEmpty();

        scheduling.choose(pieceId, Map.of("newsroom", "next", "weibo", "2030-01-08T09:30"));

        assertThat(scheduling.plan(pieceId).outcome()).isEqualTo(Scheduling.Outcome.PLANNED);
        assertThat(ledger.ofPiece(pieceId)).hasSize(2);
    }

    @Test
    void after_a_revision_slots_ahead_are_kept_and_old_rows_give_way() {
        String pieceId = approved(WISH, "newsroom");
        Publication old = planned(pieceId, "newsroom");
        approvals.voidApproval(pieceId, REASON);
        approves(write(pieceId, "Hold it like that."));

        Publication renewed = planned(pieceId, "newsroom");

        assertThat(renewed.id()).isNotEqualTo(old.id());
        assertThat(renewed.revision()).isEqualTo(2);
        assertThat(renewed.slot()).isEqualTo(old.slot());
        assertThat(state(old)).isEqualTo(State.DROPPED);
    }

    @Test
    void a_slot_that_passed_during_a_revision_is_asked_about() {
        String pieceId = approved(WISH, "newsroom");
        planned(pieceId, "newsroom");
        approvals.voidApproval(pieceId, REASON);
        timePasses(Duration.ofHours(3));
        approves(write(pieceId, "Hold it like that."));

        assertThat(scheduling.plan(pieceId).outcome()).isEqualTo(Scheduling.Outcome.NEEDS_PERSON);
        assertThat(scheduling.openSlots(pieceId).get(0).why()).contains("passed while it was revised");
        scheduling.choose(pieceId, Map.of("newsroom", "2030-01-08T09:30"));
        assertThat(scheduling.plan(pieceId).outcome()).isEqualTo(Scheduling.Outcome.PLANNED);
    }

    @Test
    void accounts_on_which_it_is_out_or_was_dropped_are_left_alone_by_a_revision() {
        String pieceId = approved(WISH, "newsroom", "london", "weibo");
        publicationStarts(planned(pieceId, "newsroom"));
        decides(ContentPublicationModel.USER_AWAIT_SLOT, "publish", "", null);
        ledger.drop(planned(pieceId, "weibo").id(), REASON);
        approvals.voidApproval(pieceId, REASON);
        approves(write(pieceId, "Hold it like that."));

        Scheduling.Plan plan = scheduling.plan(pieceId);

        assertThat(plan.outcome()).isEqualTo(Scheduling.Outcome.PLANNED);
        assertThat(plan.publicationIds())
                .singleElement()
                .satisfies(id -> assertThat(ledger.get(id).accountId()).isEqualTo("london"));
    }

    @Test
    void nothing_is_planned_without_an_approval() {
        String pieceId = approved(WISH, "newsroom");
        approvals.voidApproval(pieceId, REASON);

        assertThatThrownBy(() -> scheduling.plan(pieceId)).hasMessageContaining("no approval in force");
    }
}
