package io.watchdesk.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.notification.Mail;
import io.watchdesk.notification.Mails;
import io.watchdesk.testing.ProcessSpecification;
import io.watchdesk.testing.TasklistClient;
import java.net.URI;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rights that were taken away count at once, and what somebody held who is gone goes back to the group. */
class HeldTasksTest extends ProcessSpecification {

    @Autowired
    private HeldTasks held;

    @Autowired
    private AuthorizationService authorizationService;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Mails mails;

    private final String piece = "C-" + java.util.UUID.randomUUID();
    private String deployment;
    private String task;

    @BeforeEach
    void work_for_writers() {
        isMemberOf("nora", "writers");
        deployment = repositoryService
                .createDeployment()
                .addModelInstance(
                        "held.bpmn",
                        Bpmn.createExecutableProcess("held")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("UserTask_Held")
                                .name("Held task")
                                .camundaCandidateGroups("writers")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        starts("held", "H-1", java.util.Map.of("pieceId", piece, "contentTitle", "春节 🎉"));
        task = task("UserTask_Held").getId();
    }

    @AfterEach
    void no_work() {
        repositoryService.deleteDeployment(deployment, true);
        identityService.deleteUser("nora");
    }

    @Test
    void who_left_the_group_is_refused_at_the_next_request_even_with_a_claimed_task() {
        TasklistClient nora = signedIn("nora");
        assertThat(nora.claim(task, "nora").status()).isEqualTo(204);
        assertThat(nora.engine("GET", "/task/" + task, null).status()).isEqualTo(200);

        isMemberOf("nora", "planners");

        for (String path : List.of("", "/variables", "/form-variables", "/comment", "/identity-links")) {
            assertThat(nora.engine("GET", "/task/" + task + path, null).status())
                    .as(path)
                    .isBetween(400, 404);
        }
        TasklistClient.Answer refused = nora.complete(task, java.util.Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.sentence()).isEqualTo("This task does not exist, is done, or is not yours to see.");
    }

    @Test
    void who_was_deleted_is_signed_out_at_once() {
        TasklistClient nora = signedIn("nora");
        identityService.deleteUser("nora");

        assertThat(nora.engine("GET", "/task?maxResults=5", null).status()).isEqualTo(401);
        assertThat(nora.get("/api/accounts").status()).isEqualTo(401);
    }

    @Test
    void who_gave_a_task_back_keeps_no_right_of_their_own() {
        as("nora", () -> taskService.claim(task, "nora"));
        as("nora", () -> taskService.claim(task, null));

        assertThat(authorizationService
                        .createAuthorizationQuery()
                        .userIdIn("nora")
                        .resourceType(Resources.TASK)
                        .count())
                .isZero();
    }

    @Test
    void a_task_of_somebody_who_is_gone_goes_back_to_its_group_and_the_group_is_told() {
        as("nora", () -> taskService.claim(task, "nora"));
        identityService.deleteUser("nora");

        held.look();
        assertThat(task("UserTask_Held").getAssignee()).as("at the first look").isEqualTo("nora");
        held.look();

        assertThat(task("UserTask_Held").getAssignee()).isNull();
        assertThat(as(
                        "wei",
                        () -> taskService
                                .createTaskQuery()
                                .taskCandidateGroup("writers")
                                .count()))
                .isOne();
        assertThat(told()).contains("wei", "wanda").doesNotContain("nora", "pia");
        assertThat(database.sql(
                                "select count(*) from audit_entry where action = 'platform.taskReturned' and after_json like :task")
                        .param("task", "%" + task + "%")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void a_task_of_somebody_who_left_the_group_goes_back_too_and_of_others_does_not() {
        as("nora", () -> taskService.claim(task, "nora"));
        held.look();
        held.look();
        assertThat(task("UserTask_Held").getAssignee()).isEqualTo("nora");

        isMemberOf("nora", "planners");
        held.look();
        held.look();

        assertThat(task("UserTask_Held").getAssignee()).isNull();
    }

    @Test
    void a_task_that_somebody_was_given_by_name_stays_until_they_are_gone() {
        taskService.setAssignee(task, "pia");
        held.look();
        held.look();
        assertThat(task("UserTask_Held").getAssignee()).isEqualTo("pia");
    }

    @Test
    void a_task_that_was_for_one_person_only_goes_to_the_managers() {
        Task own = task("UserTask_Held");
        taskService.deleteCandidateGroup(own.getId(), "writers");
        taskService.setAssignee(own.getId(), "nora");
        identityService.deleteUser("nora");

        held.look();
        held.look();

        assertThat(taskService
                        .createTaskQuery()
                        .taskCandidateGroup("managers")
                        .taskId(task)
                        .count())
                .isOne();
        assertThat(told()).contains("max");
    }

    private List<String> told() {
        return mails.newest(piece, null, 500).stream()
                .filter(mail -> mail.kind().equals("TaskHandedBack"))
                .map(Mail::recipient)
                .toList();
    }

    private TasklistClient signedIn(String person) {
        return TasklistClient.login(URI.create("http://localhost:" + port), person, person);
    }
}
