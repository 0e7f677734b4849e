package io.watchdesk.review.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.audit.AuditEntries;
import io.watchdesk.audit.AuditEntry;
import io.watchdesk.content.Category;
import io.watchdesk.content.Version;
import io.watchdesk.notification.Mail;
import io.watchdesk.notification.Mails;
import io.watchdesk.platform.Refused;
import io.watchdesk.review.Approvals;
import io.watchdesk.review.ReviewWorld;
import io.watchdesk.review.SlotMissed;
import io.watchdesk.review.Verdict;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The story of a review, from the submitted version to its verdict. */
@RecordApplicationEvents
class ContentReviewTest extends ReviewWorld {

    /** Ten o'clock on a working Monday in Shanghai, where the account's people sit. */
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Mails mails;

    @Autowired
    private AuditEntries audit;

    @Autowired
    private ApplicationEvents events;

    @BeforeEach
    void it_is_monday_morning() {
        theTimeIs(MONDAY_AT_TEN);
    }

    @Test
    void everyday_content_is_approved_by_one_editor_and_the_approval_is_bound_to_its_hash() {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        ProcessInstance review = reviewStarts(version);

        assertThat(openReviews()).isEqualTo(1);
        Task task = anyReview();
        assertThat(task.getName()).isEqualTo("Review content (Editor): How to hold a knife");
        assertThat(task.getPriority()).isEqualTo(30);
        assertThat(task.getDueDate()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        signsOff("rita", version, "approved");

        endedAt(review, "EndEvent_ContentApproved");
        passed(
                review,
                "ServiceTask_GatherReviewFacts",
                "BusinessRuleTask_AssessRisk",
                "BusinessRuleTask_ChooseStages",
                "BusinessRuleTask_ChooseChecklists",
                "ServiceTask_OpenReview",
                "ServiceTask_OpenStage",
                TASK,
                "ServiceTask_CloseStage",
                "ServiceTask_ConcludeReview");
        assertThat(approvals.current(version.pieceId())).hasValueSatisfying(approval -> {
            assertThat(approval.hash()).isEqualTo(version.hash());
            assertThat(approval.version()).isEqualTo(1);
            assertThat(approval.signOffs()).singleElement().satisfies(signOff -> {
                assertThat(signOff.person()).isEqualTo("rita");
                assertThat(signOff.stage()).isEqualTo("editor");
            });
        });
        assertThat(told(version)).contains("pia", "wei");
        assertThat(audited(version))
                .containsSubsequence(
                        "system review.opened",
                        "system review.stageOpened",
                        "rita review.signedOff",
                        "system review.approved");
    }

    @Test
    void a_request_for_changes_ends_the_review_and_gives_no_approval() {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        ProcessInstance review = reviewStarts(version);

        signsOff("remy", version, "changesRequested");

        endedAt(review, "EndEvent_ChangesRequested");
        assertThat(approvals.current(version.pieceId())).isEmpty();
        assertThat(round(version).verdict()).isEqualTo(Verdict.CHANGES_REQUESTED);
        assertThat(mailsTo("wei", version)).anySatisfy(text -> assertThat(text).contains(WHY));
    }

    @Test
    void a_rejection_ends_the_review() {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        ProcessInstance review = reviewStarts(version);

        signsOff("rita", version, "rejected");

        endedAt(review, "EndEvent_ContentRejected");
        assertThat(approvals.lastGiven(version.pieceId())).isEmpty();
    }

    @Test
    void risky_content_passes_two_editors_then_legal_then_the_chief_editor() {
        Version version = written(Category.COMPANY_NEWS, "Profit grew by 12%.", "wei");
        ProcessInstance review = reviewStarts(version);

        assertThat(openReviews()).isEqualTo(2);
        signsOff("rita", version, "approved");
        assertThat(openReviews()).as("the second editor still reads").isEqualTo(1);
        signsOff("remy", version, "approved");
        assertThat(anyReview().getName()).contains("(Legal)");
        signsOff("lena", version, "approved");
        assertThat(anyReview().getName()).contains("(Chief editor)");
        signsOff("chen", version, "approved");

        endedAt(review, "EndEvent_ContentApproved");
        assertThat(approvals.current(version.pieceId()).orElseThrow().signOffs())
                .extracting(Approvals.SignOff::person)
                .containsExactly("rita", "remy", "lena", "chen");
    }

    @Test
    void a_veto_of_the_chief_editor_is_final_at_once() {
        Version version = written(Category.COMPANY_NEWS, "We move to a new building.", "wei");
        ProcessInstance review = reviewStarts(version);

        signsOff("rita", version, "approved");
        signsOff("lena", version, "approved");
        signsOff("chen", version, "rejected");

        endedAt(review, "EndEvent_ContentRejected");
        assertThat(approvals.current(version.pieceId())).isEmpty();
    }

    @Test
    void when_enough_approvals_cannot_be_reached_the_stage_is_over_and_the_later_stages_never_open() {
        Version version = written(Category.COMPANY_NEWS, "Profit grew by 12%.", "wei");
        ProcessInstance review = reviewStarts(version);

        signsOff("rita", version, "changesRequested");

        endedAt(review, "EndEvent_ChangesRequested");
        assertThat(openReviews()).as("the other editor's task is gone").isZero();
    }

    @Test
    void two_reviewers_who_complete_in_the_same_moment_both_succeed() throws Exception {
        Version version = written(Category.COMPANY_NEWS, "Profit grew by 12%.", "wei");
        reviewStarts(version);
        List<Task> tasks = taskService.createTaskQuery().taskDefinitionKey(TASK).list();
        Map<String, Object> answers = answers(version, "approved");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<?>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String person = List.of("rita", "remy").get(i);
            Task task = tasks.get(i);
            both.add(pool.submit(() -> {
                together.await();
                completes(person, task, answers);
                return null;
            }));
        }
        for (Future<?> one : both) {
            one.get();
        }
        pool.shutdown();
        jobsRun();

        assertThat(anyReview().getName()).contains("(Legal)");
        assertThat(reviews.signOffs(round(version).id())).hasSize(2);
    }

    @Test
    void reviewers_are_reminded_after_four_working_hours() {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        ProcessInstance review = reviewStarts(version);

        timerFires("TimerEvent_ReminderDue");

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));
        passed(review, "ServiceTask_RemindReviewers", "EndEvent_ReviewersReminded");
        assertThat(told(version)).contains("rita", "remy").doesNotContain("max");
        assertThat(openReviews()).isEqualTo(1);
        signsOff("rita", version, "approved");
        endedAt(review, "EndEvent_ContentApproved");
    }

    @Test
    void managers_are_told_of_a_late_review_and_its_task_rises_but_they_do_not_sign_off() {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        ProcessInstance review = reviewStarts(version);

        timerFires("TimerEvent_EscalationDue");

        passed(review, "ServiceTask_EscalateReview", "EndEvent_ManagersTold");
        assertThat(told(version)).contains("max");
        assertThat(anyReview().getPriority()).isEqualTo(70);
        assertThatThrownBy(() -> signsOff("max", version, "approved"))
                .satisfies(refusal ->
                        assertThat(approvals.current(version.pieceId())).isEmpty());
        signsOff("rita", version, "approved");
        endedAt(review, "EndEvent_ContentApproved");
    }

    @Test
    void when_the_slot_comes_first_it_is_freed_and_the_review_goes_on() {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        ProcessInstance review = reviewStarts(version, "2026-11-23T05:00:00Z");
        assertThat(anyReview().getDueDate()).isEqualTo(Instant.parse("2026-11-23T05:00:00Z"));

        timerFires("TimerEvent_SlotReached");

        passed(review, "ServiceTask_FreeSlot", "EndEvent_SlotFreed");
        assertThat(round(version).slotFreedAt()).isEqualTo(Instant.parse("2026-11-23T05:00:00Z"));
        assertThat(mailsTo("pia", version)).isNotEmpty();
        assertThat(events.stream(SlotMissed.class))
                .containsExactly(new SlotMissed(version.pieceId(), 1, Instant.parse("2026-11-23T05:00:00Z")));
        signsOff("rita", version, "approved");
        endedAt(review, "EndEvent_ContentApproved");
    }

    @Test
    void a_review_that_nobody_may_sign_goes_to_managers_who_find_somebody() {
        isMemberOf("rita", "reviewers", "writers");
        isMemberOf("remy", "legal");
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "rita");
        ProcessInstance review = reviewStarts(version);

        assertThat(openReviews()).isZero();
        assertThat(task("UserTask_StaffReview").getName()).isEqualTo("Staff review (Editor): How to hold a knife");
        completes("max", "UserTask_StaffReview", Map.of("staffingDecision", "tryAgain"));
        assertThat(openReviews()).as("still nobody").isZero();
        isMemberOf("remy", "reviewers");
        completes("max", "UserTask_StaffReview", Map.of("staffingDecision", "tryAgain"));
        signsOff("remy", version, "approved");

        passed(review, "UserTask_StaffReview", "Gateway_ReviewersFound");
        endedAt(review, "EndEvent_ContentApproved");
    }

    @Test
    void a_review_that_nobody_may_sign_can_be_given_back_with_a_reason() {
        isMemberOf("rita", "reviewers", "writers");
        isMemberOf("remy", "legal");
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "rita");
        ProcessInstance review = reviewStarts(version);

        assertThatThrownBy(() -> completes("max", "UserTask_StaffReview", Map.of("staffingDecision", "giveBack")))
                .hasMessageContaining("why the piece comes back");
        completes(
                "max",
                "UserTask_StaffReview",
                Map.of("staffingDecision", "giveBack", "staffingReason", "Let Wanda submit it, so Rita may review."));

        endedAt(review, "EndEvent_ChangesRequested");
        assertThat(mailsTo("rita", version)).anySatisfy(text -> assertThat(text).contains("Let Wanda submit it"));
    }

    @Test
    void content_that_was_never_screened_takes_the_strictest_route_and_everybody_in_the_group_signs() {
        Version version = unscreened(Category.KNOWLEDGE, "Hold it like this.", "wei");
        ProcessInstance review = reviewStarts(version);

        assertThat(round(version).risk()).isEqualTo("unknown");
        assertThat(round(version).known()).isFalse();
        signsOff("rita", version, "approved");
        isMemberOf("wanda", "reviewers");
        signsOff("remy", version, "approved");
        assertThat(anyReview().getName())
                .as("who joined meanwhile is asked too")
                .contains("(Editor)");
        signsOff("wanda", version, "approved");
        signsOff("lena", version, "approved");
        signsOff("chen", version, "approved");

        endedAt(review, "EndEvent_ContentApproved");
    }

    @Test
    void a_text_that_changed_since_it_was_opened_is_not_decided_about() {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        ProcessInstance review = reviewStarts(version);
        Map<String, Object> read = answers(version, "approved");
        rewritten(version.pieceId(), "Hold it like that.", "wanda");

        assertThatThrownBy(() -> completes("rita", TASK, read))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("The text changed since you opened it");
        assertThatThrownBy(() -> completes("rita", TASK, answers(version, "approved")))
                .hasMessageContaining("cannot approve it");
        completes("rita", TASK, answers(version, "changesRequested"));
        jobsRun();

        endedAt(review, "EndEvent_ChangesRequested");
    }

    @Test
    void without_a_slot_of_its_own_the_wished_time_is_the_slot() {
        Version version =
                written(Category.KNOWLEDGE, "Hold it like this.", LocalDateTime.parse("2026-11-24T08:30"), "wei");
        reviewStarts(version);

        assertThat(round(version).slot()).isEqualTo(Instant.parse("2026-11-24T00:30:00Z"));
    }

    @Test
    void an_approval_stays_on_record_when_it_is_voided() {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        reviewStarts(version);
        signsOff("rita", version, "approved");

        approvals.voidApproval(version.pieceId(), "The picture's licence ended.");

        assertThat(approvals.current(version.pieceId())).isEmpty();
        assertThat(approvals.lastGiven(version.pieceId()))
                .hasValueSatisfying(approval -> assertThat(approval.hash()).isEqualTo(version.hash()));
        approvals.voidApproval(version.pieceId(), "Nothing is in force any more, so nothing happens.");
    }

    private List<String> audited(Version version) {
        return audit.about(version.pieceId(), 100).stream()
                .sorted(Comparator.comparing(AuditEntry::sequence))
                .map(entry -> entry.actor() + " " + entry.action())
                .toList();
    }

    private List<String> told(Version version) {
        return jdbc.sql("select recipient from mail where piece_id = ?")
                .params(version.pieceId())
                .query(String.class)
                .list();
    }

    private List<String> mailsTo(String person, Version version) {
        return mails.newest(version.pieceId(), null, 100).stream()
                .filter(mail -> mail.recipient().equals(person))
                .map(Mail::text)
                .toList();
    }
}
