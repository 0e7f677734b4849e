package io.watchdesk.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.publishing.Publication.State;
import io.watchdesk.publishing.PublishRun.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One call a publication, and the truth about how it ended. */
class PublishRunTest extends LedgerSpecification {

    @Test
    void an_accepted_post_is_out_once_however_often_it_is_run() {
        String id = planned("C-1", "journal").id();

        assertThat(sent(id).outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(run.publish(id).link()).isEqualTo("https://journal.example/P-2001");
        assertThat(channel.posts).containsExactly(id);
    }

    @Test
    void a_refusal_waits_for_a_person_who_may_try_again() {
        String id = planned("C-1", "journal").id();
        channel.script.add(order -> new Answer.Refusal("Too long."));

        assertThat(sent(id).sentence()).isEqualTo("Too long.");
        assertThat(ledger.claim(id)).isEqualTo(new Claim(Claim.Outcome.REFUSED, "Too long."));
        ledger.retry(id, "The platform mended it.");
        assertThat(sent(id).outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void what_was_surely_not_sent_is_sent_later() {
        String id = planned("C-1", "journal").id();
        Instant later = PlayedDesk.START.plus(Duration.ofMinutes(5));
        channel.script.add(order -> new Answer.NotSent("Busy.", later));

        assertThat(sent(id)).isEqualTo(new PublishRun.Result(Outcome.NOT_SENT, "Busy.", null, later));
        assertThat(sent(id).outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(channel.posts).containsExactly(id);
    }

    @Test
    void a_timeout_after_the_post_was_accepted_is_never_sent_again() {
        String id = planned("C-1", "journal").id();
        channel.script.add(order -> {
            channel.accept(order);
            return new Answer.Unknown("No answer within 20 s.");
        });

        assertThat(sent(id).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(run.publish(id).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(ledger.claim(id).outcome()).isEqualTo(Claim.Outcome.UNKNOWN);
        assertThat(run.lookUp(id).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(channel.posts).containsExactly(id);

        channel.lookUp = new LookUp.Found("r-1", "https://journal.example/1", PlayedDesk.START, "There it is.");
        assertThat(run.lookUp(id).link()).isEqualTo("https://journal.example/1");
        assertThat(state(id)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void an_exception_of_a_channel_is_unknown() {
        String id = planned("C-1", "journal").id();
        channel.script.add(order -> {
            throw new IllegalStateException("connection reset");
        });

        assertThat(sent(id).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(ledger.get(id).lastAnswer()).contains("connection reset");
    }

    @Test
    void an_unknown_call_that_is_surely_absent_may_be_claimed_again() {
        String id = planned("C-1", "journal").id();
        channel.script.add(order -> new Answer.Unknown("Half an answer."));
        sent(id);
        channel.lookUp = new LookUp.Absent("Not there.");

        assertThat(run.lookUp(id).outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(sent(id).outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void a_person_ends_what_no_machine_can_tell() {
        String out = planned("C-1", "journal").id();
        String absent = planned("C-2", "journal").id();
        channel.script.add(order -> new Answer.Unknown("?"));
        sent(out);
        channel.script.add(order -> new Answer.Unknown("?"));
        sent(absent);

        ledger.confirmOut(out, "https://journal.example/seen");
        ledger.confirmAbsent(absent, "Looked, not there.");

        assertThat(state(out)).isEqualTo(State.PUBLISHED);
        assertThat(state(absent)).isEqualTo(State.READY);
        assertThatThrownBy(() -> ledger.confirmAbsent(out, "?"))
                .hasMessage("P-2001 is published, so nobody needs to say whether it is out.");
    }

    @Test
    void an_answer_that_comes_after_the_row_became_unknown_still_counts() {
        String id = planned("C-1", "journal").id();
        channel.script.add(order -> {
            assertThat(run.publish(id).outcome()).isEqualTo(Outcome.UNKNOWN);
            return channel.accept(order);
        });

        assertThat(sent(id).outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(channel.posts).containsExactly(id);
    }

    @Test
    void what_was_never_claimed_is_never_sent() {
        String id = planned("C-1", "journal").id();

        assertThatThrownBy(() -> run.publish(id)).isInstanceOf(IllegalStateException.class);
        assertThat(channel.posts).isEmpty();
    }

    @Test
    void a_correction_keeps_the_link_and_taking_down_ends_both() {
        String id = planned("C-1", "newsroom").id();
        String link = sent(id).link();
        desk.approvedVersions.put("C-1", 2);
        desk.now = PlayedDesk.START.plus(Duration.ofMinutes(10));
        Publication correction = ledger.planCorrection(id, 2, at(desk.now));

        assertThat(sent(correction.id()).link()).isEqualTo(link);
        assertThat(correction.corrects()).isEqualTo(id);
        assertThatThrownBy(() -> ledger.planCorrection(id, 1, at(desk.now)))
                .hasMessage("Version 1 of C-1 is not newer than version 1, which is out.");

        assertThat(afterCare.takeDown(correction.id(), "The numbers were wrong."))
                .isEqualTo(AfterCare.TakeDown.DONE);
        assertThat(afterCare.takeDown(id, "Again.")).isEqualTo(AfterCare.TakeDown.DONE);
        assertThat(state(id)).isEqualTo(State.TAKEN_DOWN);
        assertThat(state(correction.id())).isEqualTo(State.TAKEN_DOWN);
    }

    @Test
    void a_person_takes_down_what_a_person_posted() {
        String id = planned("C-1", "douyin").id();
        sent(id);
        ledger.confirmOut(id, "https://v.douyin.com/1");

        assertThat(afterCare.takeDown(id, "Wrong.")).isEqualTo(AfterCare.TakeDown.HANDED_OVER);
        assertThat(state(id)).isEqualTo(State.PUBLISHED);
        afterCare.confirmTakenDown(id, "Wrong.", "The link answers 404.");
        assertThat(ledger.get(id).takenDownAt()).isEqualTo(PlayedDesk.START);
    }

    @Test
    void a_take_down_without_answer_can_be_repeated() {
        String id = planned("C-1", "journal").id();
        sent(id);

        assertThat(afterCare.takeDown(id, "Wrong.")).isEqualTo(AfterCare.TakeDown.FAILED);
        assertThat(state(id)).isEqualTo(State.PUBLISHED);
        assertThat(ledger.attempts(id))
                .last()
                .extracting(Ledger.Attempt::answer)
                .isEqualTo("No answer.");
    }
}
