package io.watchdesk.notification.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.notification.Mail;
import io.watchdesk.notification.Mails;
import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.testing.ProcessSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class TaskAnnouncerTest extends ProcessSpecification {

    @Autowired
    private Mails mails;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationRights rights;

    private final String piece = "C-" + UUID.randomUUID();
    private String deployment;

    @BeforeEach
    void two_tasks() {
        isMemberOf("wei", "writers");
        isMemberOf("wanda", "writers");
        isMemberOf("solo", "soloists");
        deployment = repositoryService
                .createDeployment()
                .addModelInstance(
                        "announced.bpmn",
                        Bpmn.createExecutableProcess("announced")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("UserTask_Write")
                                .name("Write draft")
                                .camundaCandidateGroups("${candidates}")
                                .camundaDueDate("2030-01-02T08:00:00")
                                .userTask("UserTask_Check")
                                .name("Check")
                                .camundaAssignee("rita")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void no_process() {
        repositoryService.deleteDeployment(deployment, true);
        identityService.deleteUser("solo");
        identityService.deleteGroup("soloists");
    }

    @Test
    void every_member_of_the_group_is_told_of_a_new_task() {
        begins("writers");

        assertThat(told()).containsExactlyInAnyOrder("wanda", "wei");
        Mail mail = mails.newest(piece, null, 1).get(0);
        assertThat(mail.kind()).isEqualTo("TaskWaiting");
        assertThat(mail.subject()).isEqualTo("To do: Write draft: Spring tea (" + piece + ")");
        assertThat(mail.text())
                .contains("?task=" + task("UserTask_Write").getId(), "Due: Wednesday 2 January 2030, 08:00 UTC");
    }

    @Test
    void somebody_in_two_candidate_groups_is_told_once() {
        isMemberOf("wei", "writers", "reviewers");

        begins("writers,reviewers");

        assertThat(told()).containsOnlyOnce("wei").contains("wanda", "rita", "remy");
    }

    @Test
    void whoever_caused_the_task_is_not_told_when_others_can_do_it() {
        as("wei", () -> begins("writers"));

        assertThat(told()).containsExactly("wanda");
    }

    @Test
    void whoever_caused_the_task_is_told_when_nobody_else_can_do_it() {
        as("solo", () -> begins("soloists"));

        assertThat(told()).containsExactly("solo");
    }

    @Test
    void an_assignee_is_told_unless_it_was_an_own_claim() {
        begins("writers");
        Task task = task("UserTask_Write");
        int before = told().size();

        as("wei", () -> taskService.claim(task.getId(), "wei"));
        assertThat(told()).hasSize(before);

        taskService.setAssignee(task.getId(), "wanda");
        assertThat(told()).hasSize(before + 1);
        assertThat(mails.newest(piece, null, 1).get(0).recipient()).isEqualTo("wanda");
    }

    @Test
    void a_task_that_begins_with_an_assignee_is_told_to_that_person_only_and_once() {
        begins("nobody-at-all");
        assertThat(told()).isEmpty();

        taskService.complete(task("UserTask_Write").getId());

        assertThat(told()).containsExactly("rita");
    }

    @Test
    void nobody_is_told_of_a_task_whose_beginning_rolled_back() {
        transaction.executeWithoutResult(status -> {
            begins("writers");
            status.setRollbackOnly();
        });

        assertThat(told()).isEmpty();
    }

    @Test
    void a_task_without_a_piece_is_told_by_its_name() {
        theTimeIs(Instant.parse("2099-01-01T08:00:00Z"));

        starts("announced", piece, Map.of("candidates", "writers"));

        assertThat(mails.newest(null, null, 2))
                .as("the newest of all tests, because it is written in the far future")
                .extracting(Mail::subject)
                .containsOnly("To do: Write draft");
    }

    private void begins(String candidates) {
        Map<String, Object> variables =
                Map.of("pieceId", piece, "contentTitle", "Spring tea", "candidates", candidates);
        rights.run(() -> runtimeService.startProcessInstanceByKey("announced", piece, variables));
    }

    private List<String> told() {
        return mails.newest(piece, null, 100).stream().map(Mail::recipient).toList();
    }
}
