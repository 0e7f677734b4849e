package io.watchdesk.publishing.process;

import static io.watchdesk.publishing.process.ContentTakedownModel.END_CONTENT_TAKEN_DOWN;
import static io.watchdesk.publishing.process.ContentTakedownModel.PROCESS;
import static io.watchdesk.publishing.process.ContentTakedownModel.USER_TAKE_DOWN_MANUALLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.publishing.Answer;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Publication.State;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** Taking a post down that is out. */
class ContentTakedownTest extends PublicationWorld {

    @Test
    void the_site_takes_its_post_down_by_itself() {
        Publication post = out("newsroom");

        ProcessInstance instance = takedown(post.id(), "wrongFacts", "The price was wrong.");

        endedAt(instance, END_CONTENT_TAKEN_DOWN);
        assertThat(state(post)).isEqualTo(State.TAKEN_DOWN);
        assertThat(ledger.attempts(post.id()))
                .anySatisfy(attempt -> assertThat(attempt.answer())
                        .isEqualTo("Wrong facts: The price was wrong. Shown by: Letter 12."));
    }

    @Test
    void by_hand_a_person_says_how_it_can_be_seen_that_the_post_is_gone() {
        Publication post = planned("weibo");
        publicationStarts(post);
        slotComes();
        says(ContentPublicationModel.USER_PUBLISH_MANUALLY, "out", "https://weibo.example/t1", "");
        ProcessInstance instance = takedown(post.id(), "platformDemand", "Weibo asked for it.");

        assertThatThrownBy(() -> tells(null, "")).hasMessageContaining("whether");
        assertThatThrownBy(() -> tells("down", " ")).hasMessageContaining("how it can be seen");
        assertThat(state(post)).isEqualTo(State.PUBLISHED);
        tells("down", "The address answers 404.");

        endedAt(instance, END_CONTENT_TAKEN_DOWN);
        assertThat(state(post)).isEqualTo(State.TAKEN_DOWN);
    }

    @Test
    void what_failed_can_be_tried_again() {
        channel.takeDowns.add(new Answer.Unknown("No answer came in time."));
        Publication post = out("newsroom");
        ProcessInstance instance = takedown(post.id(), "other", "A doublet.");
        assertThat(state(post)).isEqualTo(State.PUBLISHED);

        tells("again", "");

        endedAt(instance, END_CONTENT_TAKEN_DOWN);
        assertThat(state(post)).isEqualTo(State.TAKEN_DOWN);
    }

    @Test
    void a_wish_without_reason_or_post_is_refused_at_the_start_form() {
        Publication waiting = planned("newsroom");
        Publication post = out("newsroom");

        assertThatThrownBy(() -> takedown(waiting.id(), "other", "No.")).hasMessageContaining("is not out");
        assertThatThrownBy(() -> takedown("P-1", "other", "No.")).hasMessageContaining("no publication P-1");
        assertThatThrownBy(() -> takedown(post.id(), "because", "No.")).hasMessageContaining("not one of");
        assertThatThrownBy(() -> takedown(post.id(), null, "No.")).hasMessageContaining("Choose why");
        assertThatThrownBy(() -> takedown(post.id(), "other", " ")).hasMessageContaining("Describe why");
        assertThat(state(post)).isEqualTo(State.PUBLISHED);
    }

    private Publication out(String account) {
        Publication publication = planned(account);
        publicationStarts(publication);
        decides(ContentPublicationModel.USER_AWAIT_SLOT, "publish", "", null);
        return ledger.get(publication.id());
    }

    private ProcessInstance takedown(String publicationId, String reason, String text) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("publicationId", publicationId);
        answers.put("takedownReason", reason);
        answers.put("reasonText", text);
        answers.put("proof", "Letter 12.");
        ProcessInstance instance = starts("paul", PROCESS, null, answers);
        jobsRun();
        return instance;
    }

    private void tells(String verdict, String evidence) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("takedownVerdict", verdict);
        answers.put("evidence", evidence);
        completes("paul", USER_TAKE_DOWN_MANUALLY, answers);
        jobsRun();
    }
}
