package io.watchdesk.publishing.process;

import static io.watchdesk.publishing.process.ContentPublicationModel.END_CONTENT_PUBLISHED;
import static io.watchdesk.publishing.process.ContentPublicationModel.END_CONTENT_WITHDRAWN;
import static io.watchdesk.publishing.process.ContentPublicationModel.END_PUBLICATION_DROPPED;
import static io.watchdesk.publishing.process.ContentPublicationModel.END_REVISION_REQUESTED;
import static io.watchdesk.publishing.process.ContentPublicationModel.MESSAGE_EVENT_PUBLICATION_HELD;
import static io.watchdesk.publishing.process.ContentPublicationModel.TIMER_RETRY_DUE;
import static io.watchdesk.publishing.process.ContentPublicationModel.USER_AWAIT_SLOT;
import static io.watchdesk.publishing.process.ContentPublicationModel.USER_DECIDE_HELD_PUBLICATION;
import static io.watchdesk.publishing.process.ContentPublicationModel.USER_PUBLISH_MANUALLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.content.Piece;
import io.watchdesk.publishing.Answer;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Publication.State;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** What people can do with a publication while it waits: leave, send, move, hold, rewrite, withdraw, drop. */
class ScheduledContentTest extends PublicationWorld {

    @Test
    void left_as_it_is_it_waits_on() {
        Publication publication = planned("newsroom");
        publicationStarts(publication);

        decides(USER_AWAIT_SLOT, "keep", "", null);

        assertThat(task(USER_AWAIT_SLOT).getDueDate().toInstant()).isEqualTo(WISH_AT);
        assertThat(taskService.getVariable(task(USER_AWAIT_SLOT).getId(), "publicationDecision"))
                .isNull();
    }

    @Test
    void published_now_it_goes_out_before_its_slot_and_the_slot_says_so() {
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);

        decides(USER_AWAIT_SLOT, "publish", "", null);

        endedAt(instance, END_CONTENT_PUBLISHED);
        assertThat(ledger.get(publication.id()).slot().at()).isEqualTo("2030-01-07T08:00:00Z");
    }

    @Test
    void moved_it_waits_for_the_new_slot_in_the_zone_of_its_account() {
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);

        isRefused(USER_AWAIT_SLOT, "move", "", null, "is missing");
        isRefused(USER_AWAIT_SLOT, "move", "", "soon", "cannot be understood");
        isRefused(USER_AWAIT_SLOT, "move", "", "2030-01-07T15:59", "is over");
        decides(USER_AWAIT_SLOT, "move", "", "2030-01-10T07:45");
        slotComes();

        endedAt(instance, END_CONTENT_PUBLISHED);
        assertThat(clock.instant()).isEqualTo("2030-01-09T23:45:00Z");
    }

    @Test
    void an_answer_that_nobody_offered_changes_nothing() {
        publicationStarts(planned("newsroom"));

        isRefused(USER_AWAIT_SLOT, null, "", null, "missing");
        isRefused(USER_AWAIT_SLOT, "explode", "", null, "not one of");
        isRefused(USER_AWAIT_SLOT, "release", REASON, null, "not possible here");
    }

    @Test
    void nobody_but_publishers_decides() {
        publicationStarts(planned("newsroom"));

        assertThatThrownBy(() -> completes("wei", USER_AWAIT_SLOT, java.util.Map.of("publicationDecision", "publish")))
                .hasMessageContaining("is not yours to see");
    }

    @Test
    void held_by_a_publisher_it_cannot_go_on_until_the_hold_is_released() {
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);

        isRefused(USER_AWAIT_SLOT, "hold", "", null, "needs a reason");
        decides(USER_AWAIT_SLOT, "hold");
        assertThat(holds.openFor(publication.id()))
                .singleElement()
                .satisfies(hold -> assertThat(hold.owner()).isEqualTo("paul"));
        isRefused(USER_DECIDE_HELD_PUBLICATION, "keep", "", null, "while a hold is open");
        isRefused(USER_DECIDE_HELD_PUBLICATION, "publish", "", null, "not possible here");
        decides(USER_DECIDE_HELD_PUBLICATION, "release");
        slotComes();

        endedAt(instance, END_CONTENT_PUBLISHED);
    }

    @Test
    void a_hold_that_a_crisis_placed_is_not_released_here() {
        Publication publication = planned("newsroom");
        publicationStarts(publication);
        Hold hold = held(Hold.Scope.PIECE, publication.pieceId());

        isRefused(USER_DECIDE_HELD_PUBLICATION, "release", REASON, null, "A crisis is open.");

        assertThat(holds.open()).containsExactly(hold);
    }

    @Test
    void a_hold_moves_what_waits_to_the_held_place_and_its_end_leaves_the_decision_to_a_person() {
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);

        Hold hold = held(Hold.Scope.ACCOUNT, "newsroom");
        passed(instance, MESSAGE_EVENT_PUBLICATION_HELD);
        assertThat(task(USER_DECIDE_HELD_PUBLICATION)).isNotNull();
        as("max", () -> holds.release(hold.id(), "It is over."));
        decides(USER_DECIDE_HELD_PUBLICATION, "keep", "", null);

        assertThat(task(USER_AWAIT_SLOT).getDueDate().toInstant()).isEqualTo(WISH_AT);
    }

    @Test
    void planned_during_a_hold_it_is_held_from_the_beginning_and_can_be_moved_meanwhile() {
        Publication publication = planned("newsroom");
        Hold hold = held(Hold.Scope.EVERYTHING, null);

        ProcessInstance instance = publicationStarts(publication);
        decides(USER_DECIDE_HELD_PUBLICATION, "move", "", "2030-01-10T08:45");
        assertThat(task(USER_DECIDE_HELD_PUBLICATION)).isNotNull();
        as("max", () -> holds.release(hold.id(), "It is over."));
        decides(USER_DECIDE_HELD_PUBLICATION, "keep", "", null);
        slotComes();

        endedAt(instance, END_CONTENT_PUBLISHED);
        assertThat(clock.instant()).isEqualTo("2030-01-10T00:45:00Z");
    }

    @Test
    void a_hold_that_comes_between_two_calls_wins() {
        channel.answers.add(new Answer.NotSent("The connection was refused.", null));
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);
        slotComes();
        held(Hold.Scope.ACCOUNT, "newsroom");

        timerFires(TIMER_RETRY_DUE);
        jobsRun();

        assertThat(state(publication)).isEqualTo(State.READY);
        decides(USER_DECIDE_HELD_PUBLICATION, "drop");
        endedAt(instance, END_PUBLICATION_DROPPED);
    }

    @Test
    void sent_back_to_be_rewritten_its_approval_ends_and_the_production_is_told() {
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);

        isRefused(USER_AWAIT_SLOT, "revise", "", null, "needs a reason");
        decides(USER_AWAIT_SLOT, "revise");

        endedAt(instance, END_REVISION_REQUESTED);
        assertThat(approvals.current(publication.pieceId())).isEmpty();
    }

    @Test
    void nothing_is_rewritten_or_withdrawn_while_it_is_on_its_way_elsewhere() {
        String pieceId = approved(WISH, "newsroom", "weibo");
        Publication byHand = planned(pieceId, "weibo");
        ledger.move(
                byHand.id(),
                io.watchdesk.publishing.Slot.of(
                        WISH.minusMinutes(30), byHand.slot().zone()));
        ProcessInstance other = publicationStarts(ledger.get(byHand.id()));
        slotComes();
        assertThat(task(USER_PUBLISH_MANUALLY)).isNotNull();
        publicationStarts(planned(pieceId, "newsroom"));

        isRefused(USER_AWAIT_SLOT, "revise", REASON, null, "on its way to Weibo");
        isRefused(USER_AWAIT_SLOT, "withdraw", REASON, null, "on its way to Weibo");
        assertThat(approvals.current(pieceId)).isPresent();

        says(USER_PUBLISH_MANUALLY, "out", "https://weibo.example/3", "");
        endedAt(other, END_CONTENT_PUBLISHED);
        isRefused(USER_AWAIT_SLOT, "withdraw", REASON, null, "out on Weibo already");
    }

    @Test
    void withdrawn_the_whole_piece_is_dropped() {
        String pieceId = approved(WISH, "newsroom", "london");
        Publication publication = planned(pieceId, "newsroom");
        ProcessInstance instance = publicationStarts(publication);

        decides(USER_AWAIT_SLOT, "withdraw");

        endedAt(instance, END_CONTENT_WITHDRAWN);
        assertThat(ledger.ofPiece(pieceId)).allMatch(row -> row.state() == State.DROPPED);
        assertThat(contents.piece(pieceId).stage()).isEqualTo(Piece.Stage.WITHDRAWN);
    }

    @Test
    void dropped_only_this_account_is_left_out() {
        String pieceId = approved(WISH, "newsroom", "london");
        Publication publication = planned(pieceId, "newsroom");
        ProcessInstance instance = publicationStarts(publication);

        decides(USER_AWAIT_SLOT, "drop");

        endedAt(instance, END_PUBLICATION_DROPPED);
        assertThat(state(publication)).isEqualTo(State.DROPPED);
        assertThat(state(planned(pieceId, "london"))).isEqualTo(State.PLANNED);
    }

    @Test
    void two_timers_of_one_slot_do_not_send_twice() {
        Publication publication = planned("newsroom");
        ProcessInstance first = publicationStarts(publication);
        ProcessInstance second = publicationStarts(publication);
        theTimeIs(Instant.parse(WISH_AT).plus(Duration.ofSeconds(1)));

        slotComes();
        slotComes();

        endedAt(first, END_CONTENT_PUBLISHED);
        endedAt(second, END_CONTENT_PUBLISHED);
        assertThat(ledger.attempts(publication.id()))
                .extracting(attempt -> attempt.step())
                .containsOnlyOnce("callStarted");
    }
}
