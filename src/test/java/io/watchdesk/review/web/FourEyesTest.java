package io.watchdesk.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.content.Category;
import io.watchdesk.content.Version;
import io.watchdesk.review.ReviewWorld;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody signs off their own text, or twice, or outside their group, whatever way they try in Tasklist or its REST API. */
class FourEyesTest extends ReviewWorld {

    private Version version;
    private ProcessInstance review;
    private String task;

    /** Wei wrote it, Wanda edited it last, and both joined the reviewers since. */
    @BeforeEach
    void authors_who_are_reviewers_too() {
        version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        version = rewritten(version.pieceId(), "Hold it like that.", "wanda");
        isMemberOf("wei", "writers", "reviewers");
        isMemberOf("wanda", "writers", "reviewers");
        review = reviewStarts(version);
        task = anyReview().getId();
    }

    @Test
    void the_author_cannot_claim() {
        refused(signedIn("wei").claim(task, "wei"), "Wei wrote " + version.pieceId());
    }

    @Test
    void the_author_cannot_complete_past_the_form() {
        refused(signedIn("wei").complete(task, answers(version, "approved")), "Wei wrote " + version.pieceId());
    }

    @Test
    void the_author_cannot_submit_the_form() {
        refused(signedIn("wei").submitForm(task, answers(version, "approved")), "Wei wrote " + version.pieceId());
    }

    @Test
    void the_last_editor_cannot_claim_or_complete() {
        TasklistClient wanda = signedIn("wanda");
        refused(wanda.claim(task, "wanda"), "Wanda edited this version");
        refused(wanda.submitForm(task, answers(version, "rejected")), "Wanda edited this version");
    }

    @Test
    void an_administrator_cannot_assign_it_to_the_author() {
        refused(
                signedIn("admin").engine("POST", "/task/" + task + "/assignee", Map.of("userId", "wei")),
                "Wei wrote " + version.pieceId());
    }

    @Test
    void a_reviewer_cannot_delegate_it_to_the_author_and_a_delegate_cannot_sign_for_the_owner() {
        TasklistClient rita = signedIn("rita");
        succeeds(rita.claim(task, "rita"));
        Answer toAuthor = rita.engine("POST", "/task/" + task + "/delegate", Map.of("userId", "wei"));
        assertThat(toAuthor.status()).isBetween(400, 403);

        taskService.delegateTask(task, "remy");
        TasklistClient remy = signedIn("remy");
        remy.engine("POST", "/task/" + task + "/resolve", Map.of("variables", Map.of()));
        refused(remy.complete(task, answers(version, "approved")), "Rita has claimed this task");
        succeeds(rita.complete(task, answers(version, "approved")));
        jobsRun();
        endedAt(review, "EndEvent_ContentApproved");
        assertThat(approvals
                        .current(version.pieceId())
                        .orElseThrow()
                        .signOffs()
                        .get(0)
                        .person())
                .isEqualTo("rita");
    }

    @Test
    void a_task_that_the_author_handed_on_is_not_signed_off() {
        taskService.setOwner(task, "wei");
        TasklistClient rita = signedIn("rita");
        succeeds(rita.claim(task, "rita"));
        refused(rita.complete(task, answers(version, "approved")), "Wei wrote " + version.pieceId());
    }

    @Test
    void who_left_the_group_after_claiming_cannot_complete() {
        TasklistClient rita = signedIn("rita");
        succeeds(rita.claim(task, "rita"));
        isMemberOf("rita", "planners");
        Answer answer = rita.complete(task, answers(version, "approved"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.sentence()).isEqualTo("This task does not exist, is done, or is not yours to see.");
        assertThat(reviews.signOffs(round(version).id())).isEmpty();
    }

    @Test
    void an_administrator_cannot_complete_for_a_reviewer_or_alone() {
        TasklistClient admin = signedIn("admin");
        refused(admin.complete(task, answers(version, "approved")), "not a member of reviewers");
        succeeds(signedIn("rita").claim(task, "rita"));
        refused(admin.complete(task, answers(version, "approved")), "Rita has claimed this task");
    }

    @Test
    void one_person_signs_at_one_stage_only() {
        ProcessInstance risky = risky();
        signsOff("rita", version, "approved");
        signsOff("remy", version, "approved");
        isMemberOf("rita", "reviewers", "legal");
        String legal = anyReview().getId();
        TasklistClient rita = signedIn("rita");
        refused(rita.claim(legal, "rita"), "already signed off this version at the stage \"Editor\"", 2);
        refused(rita.complete(legal, answers(version, "approved")), "already signed off this version", 2);
        signsOff("lena", version, "approved");
        signsOff("chen", version, "approved");
        endedAt(risky, "EndEvent_ContentApproved");
    }

    @Test
    void variables_that_the_form_does_not_ask_for_change_nothing() {
        TasklistClient rita = signedIn("rita");
        succeeds(rita.claim(task, "rita"));
        Map<String, Object> forged = new HashMap<>(answers(version, "changesRequested"));
        forged.put("reviewVerdict", "approved");
        forged.put("stageVerdict", "approved");
        forged.put("reviewId", "R-1");
        forged.put("author", "nobody");
        succeeds(rita.complete(task, forged));
        jobsRun();
        endedAt(review, "EndEvent_ChangesRequested");
        assertThat(approvals.current(version.pieceId())).isEmpty();
    }

    @Test
    void every_rule_of_the_form_holds_without_the_form() {
        TasklistClient rita = signedIn("rita");
        succeeds(rita.claim(task, "rita"));
        refused(rita.complete(task, with("signOffVerdict", "")), "Please choose a verdict");
        refused(rita.complete(task, with("signOffVerdict", "fine")), "\"fine\" is not one of: approved");
        refused(rita.complete(task, with("contentHash", "")), "which text you read");
        refused(rita.complete(task, with("contentHash", "0".repeat(64))), "The text changed since you opened it");
        refused(rita.complete(task, with("checklistAnswers", "{}")), "still wants an answer to \"Do tone, claims");
        refused(rita.complete(task, with("checklistAnswers", "yes to all")), "must be a JSON object");
        refused(
                rita.complete(
                        task,
                        with(
                                "checklistAnswers",
                                answers(version, "approved")
                                        .get("checklistAnswers")
                                        .toString()
                                        .replace("\"brand-tone\":\"yes\"", "\"brand-tone\":\"no\""))),
                "so it cannot be approved");
        Map<String, Object> changes = new HashMap<>(answers(version, "changesRequested"));
        changes.put("reasonCode", "");
        changes.put("reason", "太短");
        refused(rita.complete(task, changes), "Please choose the kind of reason. Please explain your verdict");
        changes.put("reasonCode", "becauseISaySo");
        refused(rita.complete(task, changes), "\"becauseISaySo\" is not one of: factualError");
        changes.put("reasonCode", "quality");
        changes.put("reason", "长".repeat(2001));
        refused(rita.complete(task, changes), "The reason is longer than 2000 characters");
        changes.put("reason", "😀".repeat(2000));
        changes.put("comment", "好".repeat(2000));
        succeeds(rita.complete(task, changes));
        assertThat(reviews.signOffs(round(version).id()).get(0).reason()).isEqualTo("😀".repeat(2000));
    }

    private Map<String, Object> with(String answer, String value) {
        Map<String, Object> answers = new HashMap<>(answers(version, "approved"));
        answers.put(answer, value);
        return answers;
    }

    private ProcessInstance risky() {
        runtimeService.deleteProcessInstance(review.getId(), "another story");
        isMemberOf("wei", "writers");
        isMemberOf("wanda", "writers");
        version = written(Category.COMPANY_NEWS, "Profit grew by 12%.", "wei");
        return reviewStarts(version);
    }

    private TasklistClient signedIn(String person) {
        return TasklistClient.login(URI.create("http://localhost:%d/".formatted(port)), person, person);
    }

    private void refused(Answer answer, String why) {
        refused(answer, why, 0);
    }

    private void refused(Answer answer, String why, int signOffsBefore) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.sentence()).contains(why);
        assertThat(reviews.signOffs(round(version).id())).hasSize(signOffsBefore);
        assertThat(openReviews()).isEqualTo(1);
    }

    private static void succeeds(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
    }
}
