package io.watchdesk.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Cockpit's own pages ask, and would show as an error or not at all. */
class CockpitListsTest extends ApplicationSpecification {

    @Test
    void what_cockpit_asks_without_an_end_gets_one() {
        TasklistClient admin = TasklistClient.login(at("/"), "admin", "admin");

        for (String kind : List.of("process", "decision")) {
            String versions = "/" + kind + "-definition?sortBy=version&sortOrder=desc&withoutTenantId=true";
            Answer all = admin.engine("GET", versions, null);
            assertThat(all.status()).as(all.toString()).isEqualTo(200);
            assertThat(all.json()).hasSizeGreaterThan(5);
            assertThat(admin.engine("GET", versions + "&maxResults=2", null).json())
                    .hasSize(2);
            assertThat(admin.engine("GET", versions + "&maxResults=2001", null).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void cockpit_counts_for_a_manager_the_tasks_that_the_manager_sees() {
        isMemberOf("max", "managers");
        TasklistClient max = TasklistClient.login(at("/"), "max", "max");
        as("max", () -> runtimeService.startProcessInstanceByKey("privacy-audit"));
        await().atMost(Duration.ofSeconds(20)).until(() -> managersTasks() > 0);

        Answer counts = max.engine("GET", "/task/report/candidate-group-count", null);

        assertThat(counts.status()).as(counts.toString()).isEqualTo(200);
        int told = 0;
        for (JsonNode count : counts.json()) {
            told += count.path("groupName").asText().equals("managers")
                    ? count.path("taskCount").asInt()
                    : 0;
        }
        assertThat(told).isEqualTo(managersTasks());
    }

    private int managersTasks() {
        return as("max", () -> (int) taskService
                .createTaskQuery()
                .taskCandidateGroup("managers")
                .includeAssignedTasks()
                .count());
    }
}
