package io.watchdesk.crisis.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Crisis.Mode;
import io.watchdesk.crisis.HeldContent.Answer;
import io.watchdesk.crisis.HeldContent.Choice;
import io.watchdesk.crisis.HeldContent.Item;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.notification.Mail;
import io.watchdesk.notification.Mails;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Publication.State;
import io.watchdesk.review.Approvals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The release review: every held post is decided before normal posting goes on, and nothing late fires by itself. */
class HeldContentTest extends ClosingWorld {

    private static final String REASON = "It would sound cold now.";

    @Autowired
    private Approvals approvals;

    @Autowired
    private Mails mails;

    @Test
    void every_held_post_is_decided_and_then_each_decision_is_carried_out() {
        Publication kept = waiting("newsroom");
        Publication moved = waiting("newsroom");
        Publication rewritten = waiting("newsroom");
        Publication dropped = waiting("newsroom");
        Crisis crisis = declared(Level.RED, Mode.REAL);
        jobsRun();

        assertThat(heldContent.of(crisis.id()))
                .extracting(item -> item.post().publication().id())
                .containsExactlyInAnyOrder(kept.id(), moved.id(), rewritten.id(), dropped.id());
        assertThat(placeOf(kept)).isEqualTo("UserTask_DecideHeldPublication");

        decides(crisis, kept, Choice.KEEP, "", null);
        decides(crisis, moved, Choice.MOVE, "", "2030-01-09T09:30");
        decides(crisis, rewritten, Choice.REWRITE, REASON, null);
        isRefused(
                () -> reviewIsCompleted(crisis),
                "%s \"How to hold a knife\" on Newsroom is not decided yet.".formatted(dropped.id()));
        assertThat(holds.open()).extracting(Hold::owner).contains(crisis.id());
        decides(crisis, dropped, Choice.DROP, REASON, null);
        reviewIsCompleted(crisis);

        assertThat(holds.open()).isEmpty();
        assertThat(placeOf(kept)).isEqualTo("UserTask_AwaitSlot");
        assertThat(ledger.get(kept.id()).slot().at()).isEqualTo(kept.slot().at());
        assertThat(placeOf(moved)).isEqualTo("UserTask_AwaitSlot");
        assertThat(ledger.get(moved.id()).slot().local()).hasToString("2030-01-09T09:30");
        assertThat(placeOf(rewritten)).isEqualTo("EndEvent_RevisionRequested");
        assertThat(approvals.current(rewritten.pieceId())).isEmpty();
        assertThat(placeOf(dropped)).isEqualTo("EndEvent_PublicationDropped");
        assertThat(state(dropped)).isEqualTo(State.DROPPED);
        assertThat(response.at(crisis.id(), Milestone.HELD_CONTENT_REVIEWED)).isNotNull();
        assertThat(timeline.of(crisis.id()))
                .extracting(entry -> entry.text())
                .anyMatch(text -> text.contains(dropped.id()) && text.contains(REASON))
                .anyMatch(text -> text.contains("4 held posts were decided"));
    }

    @Test
    void what_is_late_goes_out_only_at_a_new_time() {
        Publication late = waiting("newsroom");
        Crisis crisis = declared(Level.ORANGE, Mode.REAL);
        timePasses(Duration.ofHours(3));

        assertThat(heldContent.of(crisis.id())).extracting(Item::past).containsExactly(true);
        isRefused(() -> decides(crisis, late, Choice.KEEP, "", null), "nothing late goes out by itself");
        isRefused(
                () -> decides(crisis, late, Choice.MOVE, "", "2030-01-07T18:00"),
                "The new time of %s \"How to hold a knife\" on Newsroom is over already.".formatted(late.id()));
        isRefused(() -> decides(crisis, late, Choice.MOVE, "", "tomorrow"), "is missing. Write it as");
        decides(crisis, late, Choice.MOVE, "", "2030-01-08T09:30");
        reviewIsCompleted(crisis);

        assertThat(state(late)).isNotEqualTo(State.PUBLISHED);
        assertThat(ledger.get(late.id()).slot().local()).hasToString("2030-01-08T09:30");
        assertThat(placeOf(late)).isEqualTo("UserTask_AwaitSlot");
    }

    @Test
    void a_decision_that_time_has_overtaken_is_asked_again() {
        Publication post = waiting("newsroom");
        Crisis crisis = declared(Level.RED, Mode.REAL);
        decides(crisis, post, Choice.KEEP, "", null);
        timePasses(Duration.ofHours(2));

        isRefused(() -> reviewIsCompleted(crisis), "The planned time of %s".formatted(post.id()));

        assertThat(holds.open()).isNotEmpty();
        assertThat(state(post)).isNotEqualTo(State.PUBLISHED);
    }

    @Test
    void what_another_hold_covers_stays_held() {
        Publication post = waiting("newsroom");
        Hold other = otherHold("newsroom");
        Crisis crisis = declared(Level.RED, Mode.REAL);

        assertThat(heldContent.of(crisis.id()))
                .flatExtracting(Item::otherHolds)
                .extracting(Hold::id)
                .containsExactly(other.id());
        decides(crisis, post, Choice.KEEP, "", null);
        reviewIsCompleted(crisis);

        assertThat(placeOf(post)).isEqualTo("UserTask_DecideHeldPublication");
        assertThat(holds.openFor(post.id())).extracting(Hold::id).containsExactly(other.id());
    }

    @Test
    void two_crises_may_hold_one_post_and_each_lifts_only_its_own() {
        Publication post = waiting("newsroom");
        Crisis first = declared(Level.RED, Mode.REAL);
        Crisis second = declared(Level.RED, Mode.REAL, "Another topic", "newsroom");
        decides(first, post, Choice.KEEP, "", null);
        reviewIsCompleted(first);

        assertThat(holds.openFor(post.id())).extracting(Hold::owner).containsOnly(second.id());
        assertThat(placeOf(post)).isEqualTo("UserTask_DecideHeldPublication");
    }

    @Test
    void what_is_planned_meanwhile_appears_in_the_list() {
        Crisis crisis = declared(Level.RED, Mode.REAL);
        assertThat(heldContent.of(crisis.id())).isEmpty();

        Publication later = waiting("newsroom");

        assertThat(heldContent.of(crisis.id()))
                .extracting(item -> item.post().publication().id())
                .containsExactly(later.id());
        isRefused(() -> reviewIsCompleted(crisis), "is not decided yet");
    }

    @Test
    void what_a_platform_has_already_is_told_to_stop_with_proof() {
        Publication handed = waiting("weibo");
        timerFires("TimerEvent_SlotReached");
        jobsRun();
        assertThat(state(handed)).isEqualTo(State.WITH_PERSON);
        Crisis crisis = declared(Level.RED, Mode.REAL);

        assertThat(heldContent.of(crisis.id())).extracting(Item::handedOver).containsExactly(true);
        isRefused(() -> decides(crisis, handed, Choice.DROP, REASON, null), "tell Weibo and say what shows");
        isRefused(() -> decides(crisis, handed, Choice.STOPPED, " ", null), "Say what shows that the platform stopped");
        decides(crisis, handed, Choice.STOPPED, "Screenshot 4711: the plan is deleted.", null);
        reviewIsCompleted(crisis);

        assertThat(timeline.of(crisis.id()))
                .extracting(entry -> entry.text())
                .anyMatch(text -> text.contains("Screenshot 4711"));
    }

    @Test
    void a_rewritten_piece_takes_all_its_accounts_along() {
        String piece = approved("newsroom", "london");
        Publication here = waiting(piece, "newsroom");
        Publication there = ledger.ofPiece(piece).stream()
                .filter(each -> each.accountId().equals("london"))
                .findFirst()
                .orElseThrow();
        runs(there);
        Crisis crisis = declared(Level.RED, Mode.REAL);
        decides(crisis, here, Choice.REWRITE, REASON, null);
        decides(crisis, there, Choice.KEEP, "", null);

        isRefused(() -> reviewIsCompleted(crisis), "cannot go out with the old text");

        decides(crisis, there, Choice.REWRITE, REASON, null);
        reviewIsCompleted(crisis);
        assertThat(approvals.current(piece)).isEmpty();
    }

    @Test
    void decisions_need_a_reason_a_second_reading_and_a_held_post() {
        Publication post = waiting("newsroom");
        Crisis crisis = declared(Level.RED, Mode.REAL);

        isRefused(() -> decides(crisis, post, Choice.DROP, " ", null), "Say why");
        isRefused(() -> decides(crisis, post, Choice.REWRITE, null, null), "Say why");
        isRefused(() -> decides(crisis, post, Choice.STOPPED, "x", null), "is not with a platform");
        isRefused(
                () -> heldContent.decide(crisis.id(), "P-1", new Answer(Choice.DROP, REASON, null, false)),
                "P-1 is not held by");
        isRefused(
                () -> heldContent.decide(crisis.id(), post.id(), new Answer(Choice.KEEP, "", null, false)),
                "Read %s".formatted(post.id()));
        as("wei", () -> approvals.voidApproval(post.pieceId(), "A fact was wrong."));
        isRefused(() -> decides(crisis, post, Choice.KEEP, "", null), "has no approval in force any more");
    }

    @Test
    void in_a_drill_nothing_is_held_and_nothing_happens() {
        Publication post = waiting("newsroom");
        Crisis drill = declared(Level.RED, Mode.DRILL);

        assertThat(holds.open()).isEmpty();
        assertThat(heldContent.of(drill.id()))
                .extracting(item -> item.post().publication().id())
                .contains(post.id());
        reviewIsCompleted(drill);

        assertThat(placeOf(post)).isEqualTo("UserTask_AwaitSlot");
        assertThat(timeline.of(drill.id()))
                .extracting(entry -> entry.text())
                .contains("In a real crisis 1 posts would have been held.");
    }

    @Test
    void what_cannot_be_stopped_stands_first_then_the_nearer_slot() {
        Publication handed = waiting("weibo");
        timerFires("TimerEvent_SlotReached");
        jobsRun();
        Publication post = waiting("newsroom");
        Crisis crisis = declared(Level.RED, Mode.REAL);

        List<String> order = heldContent.of(crisis.id()).stream()
                .map(item -> item.post().publication().id())
                .toList();

        assertThat(order).containsExactly(handed.id(), post.id());
    }

    @Test
    void a_post_whose_process_was_ended_by_hand_can_only_be_dropped() {
        Publication orphan = waiting("newsroom");
        Crisis crisis = declared(Level.RED, Mode.REAL);
        runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("content-publication")
                .list()
                .forEach(instance -> runtimeService.deleteProcessInstance(instance.getId(), "by hand"));

        decides(crisis, orphan, Choice.MOVE, "", "2030-01-09T09:30");
        isRefused(() -> reviewIsCompleted(crisis), "was ended by hand, so it can only be dropped");
        decides(crisis, orphan, Choice.DROP, REASON, null);
        reviewIsCompleted(crisis);

        assertThat(state(orphan)).isEqualTo(State.DROPPED);
    }

    @Test
    void people_are_reminded_every_day_that_a_hold_still_stands() {
        waiting("newsroom");
        Crisis crisis = declared(Level.RED, Mode.REAL);
        Instant held = clock.instant();

        timerFires(HoldReminderModel.TIMER_HOLD_REMINDER_DUE);
        assertThat(clock.instant()).isEqualTo(held.plus(Duration.ofHours(24)));
        assertThat(mailsAboutTheHold(crisis))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("1 posts wait; the time of 1 of them is over."));
        timerFires(HoldReminderModel.TIMER_HOLD_REMINDER_DUE);
        assertThat(mailsAboutTheHold(crisis)).hasSize(2);

        as("carla", () -> response.falseAlarm(crisis.id(), "It was a rumour."));
        assertThat(endOf(instanceOf(HoldReminderModel.PROCESS, crisis.id())))
                .isEqualTo(HoldReminderModel.END_REMINDERS_OVER);
    }

    private List<Mail> mailsAboutTheHold(Crisis crisis) {
        return mails.newest(crisis.id(), null, 500).stream()
                .filter(mail ->
                        mail.kind().equals("HoldStands") && mail.recipient().equals("paul"))
                .toList();
    }
}
