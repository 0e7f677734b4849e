package io.watchdesk.publishing.process;

import static io.watchdesk.publishing.process.ContentPublicationModel.END_APPROVAL_LOST;
import static io.watchdesk.publishing.process.ContentPublicationModel.END_CONTENT_PUBLISHED;
import static io.watchdesk.publishing.process.ContentPublicationModel.END_PUBLICATION_DROPPED;
import static io.watchdesk.publishing.process.ContentPublicationModel.END_PUBLICATION_GONE;
import static io.watchdesk.publishing.process.ContentPublicationModel.SERVICE_CLAIM_PUBLICATION;
import static io.watchdesk.publishing.process.ContentPublicationModel.SERVICE_LOOK_UP_PUBLICATION;
import static io.watchdesk.publishing.process.ContentPublicationModel.SERVICE_PUBLISH_CONTENT;
import static io.watchdesk.publishing.process.ContentPublicationModel.TIMER_RETRY_DUE;
import static io.watchdesk.publishing.process.ContentPublicationModel.TIMER_SLOT_REACHED;
import static io.watchdesk.publishing.process.ContentPublicationModel.USER_AWAIT_SLOT;
import static io.watchdesk.publishing.process.ContentPublicationModel.USER_CONFIRM_PUBLICATION;
import static io.watchdesk.publishing.process.ContentPublicationModel.USER_DECIDE_LATE_PUBLICATION;
import static io.watchdesk.publishing.process.ContentPublicationModel.USER_PUBLISH_MANUALLY;
import static io.watchdesk.publishing.process.ContentPublicationModel.USER_RESOLVE_FAILED_PUBLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.publishing.Answer;
import io.watchdesk.publishing.LookUp;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Publication.State;
import io.watchdesk.testing.TestPause;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** The way of one publication to its account: slot, claim, call, and what becomes of it. */
class ContentPublicationTest extends PublicationWorld {

    private static final Answer NO_ROUTE = new Answer.NotSent("The connection was refused.", null);
    private static final Answer LOST = new Answer.Unknown("No answer came in time.");
    private static final Answer REFUSAL = new Answer.Refusal("The account is locked.");

    @Test
    void at_its_slot_the_post_goes_out_on_the_site_by_itself() {
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);

        assertThat(task(USER_AWAIT_SLOT).getName()).isEqualTo("Await slot (Newsroom): How to hold a knife");
        assertThat(task(USER_AWAIT_SLOT).getDueDate().toInstant()).isEqualTo(WISH_AT);
        slotComes();

        passed(instance, TIMER_SLOT_REACHED, SERVICE_CLAIM_PUBLICATION, SERVICE_PUBLISH_CONTENT);
        endedAt(instance, END_CONTENT_PUBLISHED);
        assertThat(state(publication)).isEqualTo(State.PUBLISHED);
        assertThat(ledger.get(publication.id()).link()).contains("/site/newsroom/");
    }

    @Test
    void a_slot_that_came_a_moment_ago_is_not_waited_for() {
        Publication publication = planned("newsroom");
        theTimeIs(Instant.parse(WISH_AT).plusSeconds(60));

        ProcessInstance instance = publicationStarts(publication);

        endedAt(instance, END_CONTENT_PUBLISHED);
        assertThat(pathOf(instance.getId())).doesNotContain(USER_AWAIT_SLOT);
    }

    @Test
    void what_is_out_is_never_sent_again_by_a_second_instance() {
        Publication publication = planned("newsroom");
        publicationStarts(publication);
        slotComes();
        int steps = ledger.attempts(publication.id()).size();

        endedAt(publicationStarts(publication), END_CONTENT_PUBLISHED);

        assertThat(ledger.attempts(publication.id())).hasSize(steps);
    }

    @Test
    void on_a_channel_worked_by_hand_a_person_posts_and_brings_the_link_back() {
        Publication publication = planned("weibo");
        ProcessInstance instance = publicationStarts(publication);
        slotComes();
        assertThat(state(publication)).isEqualTo(State.WITH_PERSON);

        assertThatThrownBy(() -> says(USER_PUBLISH_MANUALLY, "out", "", "")).hasMessageContaining("link");
        assertThatThrownBy(() -> says(USER_PUBLISH_MANUALLY, "out", "javascript:alert(1)", ""))
                .hasMessageContaining("http");
        assertThatThrownBy(() -> says(USER_PUBLISH_MANUALLY, null, "", "")).hasMessageContaining("whether");
        assertThatThrownBy(() -> says(USER_PUBLISH_MANUALLY, "perhaps", "", "")).hasMessageContaining("not one of");
        assertThat(state(publication)).isEqualTo(State.WITH_PERSON);
        says(USER_PUBLISH_MANUALLY, "out", "https://weibo.example/1", "");

        endedAt(instance, END_CONTENT_PUBLISHED);
        assertThat(ledger.get(publication.id()).link()).isEqualTo("https://weibo.example/1");
    }

    @Test
    void while_the_disk_is_full_nothing_goes_out_and_afterwards_it_does() {
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);
        TestPause.because("The disk of the server is nearly full.");
        slotComes();
        retryComes();
        assertThat(ledger.get(publication.id()).callStartedAt()).isNull();

        TestPause.because(null);
        retryComes();

        endedAt(instance, END_CONTENT_PUBLISHED);
        assertThat(state(publication)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void what_could_not_be_posted_by_hand_is_moved_and_waits_for_its_new_slot() {
        Publication publication = planned("weibo");
        ProcessInstance instance = publicationStarts(publication);
        slotComes();

        assertThatThrownBy(() -> says(USER_PUBLISH_MANUALLY, "absent", "", " ")).hasMessageContaining("why");
        says(USER_PUBLISH_MANUALLY, "absent", "", "The platform is in maintenance.");
        decides(USER_RESOLVE_FAILED_PUBLICATION, "move", "", "2030-01-08T10:00");

        assertThat(task(USER_AWAIT_SLOT).getDueDate().toInstant()).isEqualTo("2030-01-08T02:00:00Z");
        slotComes();
        says(USER_PUBLISH_MANUALLY, "out", "https://weibo.example/2", "");
        endedAt(instance, END_CONTENT_PUBLISHED);
    }

    @Test
    void what_surely_was_not_sent_is_tried_again_after_growing_pauses() {
        channel.answers.add(NO_ROUTE);
        channel.answers.add(NO_ROUTE);
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);
        slotComes();
        Instant first = clock.instant();

        retryComes();
        assertThat(Duration.between(first, clock.instant())).isEqualTo(Duration.ofMinutes(1));
        retryComes();

        assertThat(Duration.between(first, clock.instant())).isEqualTo(Duration.ofMinutes(6));
        passed(instance, TIMER_RETRY_DUE);
        endedAt(instance, END_CONTENT_PUBLISHED);
    }

    @Test
    void the_pause_that_a_channel_asks_for_is_kept() {
        channel.answers.add(
                new Answer.NotSent("Too many posts.", Instant.parse(WISH_AT).plusSeconds(600)));
        publicationStarts(planned("newsroom"));
        slotComes();

        retryComes();

        assertThat(clock.instant()).isEqualTo(Instant.parse(WISH_AT).plusSeconds(600));
    }

    @Test
    void after_the_last_pause_a_person_decides_and_may_try_again() {
        for (int call = 0; call < 4; call++) {
            channel.answers.add(NO_ROUTE);
        }
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);
        slotComes();
        retryComes();
        retryComes();
        retryComes();

        assertThat(taskService.getVariable(task(USER_RESOLVE_FAILED_PUBLICATION).getId(), "publicationProblem"))
                .isEqualTo("The connection was refused. It was tried 4 times.");
        decides(USER_RESOLVE_FAILED_PUBLICATION, "publish");

        endedAt(instance, END_CONTENT_PUBLISHED);
        assertThat(state(publication)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void what_the_channel_refuses_goes_to_a_person_who_drops_it() {
        channel.answers.add(REFUSAL);
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);
        slotComes();

        isRefused(USER_RESOLVE_FAILED_PUBLICATION, "drop", " ", null, "needs a reason");
        isRefused(USER_RESOLVE_FAILED_PUBLICATION, "hold", REASON, null, "not possible here");
        decides(USER_RESOLVE_FAILED_PUBLICATION, "drop");

        endedAt(instance, END_PUBLICATION_DROPPED);
        assertThat(state(publication)).isEqualTo(State.DROPPED);
    }

    @Test
    void what_the_channel_refused_goes_out_when_a_person_tries_again_hours_later() {
        channel.answers.add(REFUSAL);
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);
        slotComes();
        timePasses(Duration.ofHours(5));

        decides(USER_RESOLVE_FAILED_PUBLICATION, "publish", "The account is open again.", null);

        endedAt(instance, END_CONTENT_PUBLISHED);
    }

    @Test
    void what_was_refused_before_is_not_claimed_behind_a_persons_back() {
        channel.answers.add(REFUSAL);
        Publication publication = planned("newsroom");
        ProcessInstance lost = publicationStarts(publication);
        slotComes();
        runtimeService.deleteProcessInstance(lost.getId(), "lost");

        ProcessInstance instance = publicationStarts(publication);

        passed(instance, SERVICE_CLAIM_PUBLICATION);
        decides(USER_RESOLVE_FAILED_PUBLICATION, "publish");
        endedAt(instance, END_CONTENT_PUBLISHED);
    }

    @Test
    void after_a_lost_answer_the_post_is_looked_for_and_found() {
        channel.answers.add(LOST);
        Publication publication = planned("newsroom");
        channel.arrives(orders.of(publication));
        ProcessInstance instance = publicationStarts(publication);

        slotComes();

        passed(instance, SERVICE_LOOK_UP_PUBLICATION);
        endedAt(instance, END_CONTENT_PUBLISHED);
        assertThat(ledger.attempts(publication.id()))
                .extracting(attempt -> attempt.step())
                .containsOnlyOnce("callStarted");
    }

    @Test
    void a_channel_that_knows_of_no_post_is_called_again() {
        channel.answers.add(LOST);
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);
        slotComes();

        retryComes();

        passed(instance, SERVICE_LOOK_UP_PUBLICATION, TIMER_RETRY_DUE);
        endedAt(instance, END_CONTENT_PUBLISHED);
    }

    @Test
    void what_no_channel_can_tell_a_person_looks_up_and_finds() {
        channel.answers.add(LOST);
        channel.lookUp = new LookUp.Unclear("Nobody can tell.");
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);
        slotComes();
        assertThat(state(publication)).isEqualTo(State.UNKNOWN);

        says(USER_CONFIRM_PUBLICATION, "out", "https://site.example/found", "");

        endedAt(instance, END_CONTENT_PUBLISHED);
        assertThat(ledger.get(publication.id()).link()).isEqualTo("https://site.example/found");
    }

    @Test
    void what_a_person_looked_for_and_did_not_find_is_sent_again() {
        channel.answers.add(LOST);
        channel.lookUp = new LookUp.Unclear("Nobody can tell.");
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);
        slotComes();

        says(USER_CONFIRM_PUBLICATION, "absent", "", "It is not on the page at 17:15.");
        retryComes();

        endedAt(instance, END_CONTENT_PUBLISHED);
        assertThat(state(publication)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void later_than_the_accounts_grace_a_person_decides_to_publish() {
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);
        theTimeIs(Instant.parse(WISH_AT).plus(Duration.ofMinutes(31)));
        slotComes();

        isRefused(USER_DECIDE_LATE_PUBLICATION, "keep", "", null, "not possible here");
        decides(USER_DECIDE_LATE_PUBLICATION, "publish");

        endedAt(instance, END_CONTENT_PUBLISHED);
        assertThat(ledger.get(publication.id()).lateAllowed()).isTrue();
    }

    @Test
    void a_late_publication_can_be_moved() {
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);
        theTimeIs(Instant.parse(WISH_AT).plus(Duration.ofDays(1)));
        slotComes();

        isRefused(USER_DECIDE_LATE_PUBLICATION, "move", "", "2030-01-07T18:00", "is over");
        decides(USER_DECIDE_LATE_PUBLICATION, "move", "", "2030-01-09T08:00");
        slotComes();

        endedAt(instance, END_CONTENT_PUBLISHED);
        assertThat(clock.instant()).isEqualTo("2030-01-09T00:00:00Z");
    }

    @Test
    void without_an_approval_nothing_goes_out_and_the_piece_goes_back() {
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);
        approvals.voidApproval(publication.pieceId(), "A licence ended.");

        slotComes();

        endedAt(instance, END_APPROVAL_LOST);
        assertThat(state(publication)).isEqualTo(State.READY);
    }

    @Test
    void what_was_dropped_elsewhere_ends_quietly_at_its_slot() {
        Publication publication = planned("newsroom");
        ProcessInstance instance = publicationStarts(publication);
        ledger.drop(publication.id(), "A crisis.");

        slotComes();

        endedAt(instance, END_PUBLICATION_GONE);
    }
}
