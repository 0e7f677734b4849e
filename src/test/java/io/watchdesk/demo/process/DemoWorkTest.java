package io.watchdesk.demo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import io.watchdesk.content.Piece.Stage;
import io.watchdesk.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** What a stranger finds a minute after {@code mvn spring-boot:run}: work in every state, made through the real line. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoWorkTest {

    @Autowired
    private Contents contents;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Test
    void the_demo_people_leave_work_in_every_state() {
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(stages())
                    .contains(
                            Stage.DRAFTING,
                            Stage.IN_REVIEW,
                            Stage.SCHEDULED,
                            Stage.PUBLISHED,
                            Stage.REJECTED,
                            Stage.WITHDRAWN)
                    .hasSize(15);
            assertThat(openTasks())
                    .contains(
                            "UserTask_WriteDraft",
                            "UserTask_ReviewContent",
                            "UserTask_ChooseSlot",
                            "UserTask_AwaitSlot",
                            "UserTask_DecideHeldPublication",
                            "UserTask_PublishManually");
            assertThat(candidates()).contains("legal", "reviewers", "writers", "publishers");
        });
        assertThat(management.createJobQuery().noRetriesLeft().count()).isZero();
    }

    private List<Stage> stages() {
        return contents.pieces().stream().map(Piece::stage).toList();
    }

    private List<String> openTasks() {
        return all().stream().map(Task::getTaskDefinitionKey).toList();
    }

    private String candidates() {
        return all().stream()
                .flatMap(task -> tasks.getIdentityLinksForTask(task.getId()).stream())
                .map(link -> String.valueOf(link.getGroupId()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private List<Task> all() {
        return tasks.createTaskQuery().listPage(0, 100);
    }
}
