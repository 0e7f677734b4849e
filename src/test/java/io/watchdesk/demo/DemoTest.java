package io.watchdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.testing.RunningDemo;
import io.watchdesk.testing.TasklistClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger finds a minute after {@code mvn spring-boot:run}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoTest {

    private static final Duration START = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void the_demo_has_work_in_every_state_and_the_night_of_the_readme_can_be_walked() {
        try (RunningDemo demo = RunningDemo.start(directory)) {
            await().atMost(START).until(demo::answers);
            TasklistClient admin = TasklistClient.login(demo.root(), "admin", "admin");

            await().atMost(START)
                    .untilAsserted(() -> assertThat(openTasks(admin))
                            .contains(
                                    "UserTask_WriteDraft",
                                    "UserTask_ReviewContent",
                                    "UserTask_ChooseSlot",
                                    "UserTask_AwaitSlot",
                                    "UserTask_DecideHeldPublication",
                                    "UserTask_PublishManually"));
            await().atMost(START)
                    .untilAsserted(
                            () -> assertThat(count(admin, "/history/process-instance/count", "content-production"))
                                    .isEqualTo(15));
            assertThat(admin.engine("GET", "/job/count?noRetriesLeft=true", null)
                            .json()
                            .path("count")
                            .asInt())
                    .isZero();
            await().atMost(START)
                    .untilAsserted(() -> assertThat(new TasklistClient(demo.root())
                                    .get("/site/newsroom")
                                    .text())
                            .contains("耶加雪菲"));
            assertThat(demo.said()).contains("DEMO: people, passwords and work are made up");

            CrisisNight night = new CrisisNight(demo.root());
            night.a_monitor_posts_a_signal();
            night.the_calendar_is_held();
            night.the_executive_is_called_by_hand();
            night.the_commander_takes_it_by_the_link();
            night.triage_and_command_centre();
            night.a_statement_goes_out("Holding statement");
            night.it_is_over();
            night.a_statement_goes_out("Resolution message");
            night.held_posts_are_decided_and_it_is_closed();
        }
    }

    private static Set<String> openTasks(TasklistClient client) {
        Set<String> found = new TreeSet<>();
        for (JsonNode task : client.engine("GET", "/task?maxResults=200", null).json()) {
            found.add(task.path("taskDefinitionKey").asText());
        }
        return found;
    }

    private static int count(TasklistClient client, String path, String process) {
        return client.engine("GET", path + "?processDefinitionKey=" + process, null)
                .json()
                .path("count")
                .asInt();
    }
}
