package io.watchdesk.crisis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Crisis.Mode;
import io.watchdesk.crisis.Crisis.State;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.CrisisResponse.Declaration;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.publishing.Holds;
import io.watchdesk.testing.ProcessSpecification;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the endpoints of crises tell whom, and that the rules hold whoever calls them. */
class CrisisApiTest extends ProcessSpecification {

    private static final AtomicInteger TOPICS = new AtomicInteger();

    @Autowired
    private CrisisResponse response;

    @Autowired
    private Crises crises;

    @Autowired
    private Holds holds;

    @Test
    void people_of_the_line_and_managers_see_crises_and_others_do_not() {
        Crisis crisis = declared(Level.YELLOW);

        for (String person : List.of("olga", "carla", "mark", "max", "paul")) {
            Answer one = client(person).get("/api/crises/" + crisis.id());
            assertThat(one.status()).as(one.toString()).isEqualTo(200);
            assertThat(one.json().path("level").asText()).isEqualTo("yellow");
        }
        for (String path : List.of("", "/" + crisis.id(), "/" + crisis.id() + "/timeline")) {
            assertThat(client("wei").get("/api/crises" + path).status()).isEqualTo(400);
        }
        assertThat(new TasklistClient(root()).get("/api/crises").status()).isEqualTo(401);
        assertThat(client("olga").get("/api/crises/CR-1").status()).isEqualTo(400);
    }

    @Test
    void the_page_says_what_how_grave_why_and_what_is_due() {
        Crisis crisis = declared(Level.ORANGE);

        JsonNode page = client("olga").get("/api/crises/" + crisis.id()).json();

        assertThat(page.path("title").asText()).isEqualTo("Brakes fail in the rain");
        assertThat(page.path("reasons").get(0).asText()).isEqualTo("The test says so.");
        assertThat(page.path("tableLevel").asText()).isEqualTo("yellow");
        assertThat(page.path("accounts").get(0).path("name").asText()).isEqualTo("Newsroom");
        assertThat(page.path("hold").path("held").asBoolean()).isTrue();
        assertThat(page.path("holder").isNull()).isTrue();
        assertThat(StreamSupport.stream(page.path("clocks").spliterator(), false)
                        .map(each -> each.path("clock").asText()))
                .contains("triage", "command", "holdingStatement", "fullStatement");
        assertThat(client("olga").get("/api/crises").json().get(0).path("id").asText())
                .isEqualTo(crisis.id());
        assertThat(client("olga")
                        .get("/api/crises/" + crisis.id() + "/timeline")
                        .json()
                        .get(0)
                        .path("kind")
                        .asText())
                .isEqualTo("crisis.declared");
    }

    @Test
    void up_is_at_once_and_down_is_asked() {
        Crisis crisis = declared(Level.ORANGE);
        String path = "/api/crises/" + crisis.id() + "/rate";

        assertThat(client("wei")
                        .post(path, Map.of("level", "red", "reason", "So."))
                        .status())
                .isEqualTo(400);
        assertThat(client("olga")
                        .post(path, Map.of("level", "red", "reason", " "))
                        .status())
                .isEqualTo(400);
        assertThat(client("olga")
                        .post(path, Map.of("level", "purple", "reason", "So."))
                        .sentence())
                .contains("purple");
        assertThat(client("olga")
                        .withoutToken()
                        .post(path, Map.of("level", "red", "reason", "So."))
                        .status())
                .isEqualTo(403);
        JsonNode up = client("olga")
                .post(path, Map.of("level", "red", "reason", "It is on television."))
                .json();
        assertThat(up.path("level").asText()).isEqualTo("red");

        JsonNode down = client("olga")
                .post(path, Map.of("level", "yellow", "reason", "It was an old film."))
                .json();
        assertThat(down.path("asked").asBoolean()).isTrue();
        assertThat(crises.get(crisis.id()).level()).isEqualTo(Level.RED);
        assertThat(client("olga")
                        .get("/api/crises/" + crisis.id())
                        .json()
                        .path("wish")
                        .path("level")
                        .asText())
                .isEqualTo("yellow");
        JsonNode commanded = client("carla")
                .post(path, Map.of("level", "orange", "reason", "I have seen the film."))
                .json();
        assertThat(commanded.path("level").asText()).isEqualTo("orange");
    }

    @Test
    void false_alarms_holds_and_notes_follow_the_same_rules() {
        Crisis crisis = declared(Level.YELLOW);
        String path = "/api/crises/" + crisis.id();

        assertThat(client("max").post(path + "/hold", Map.of()).status())
                .as("managers see, they do not act")
                .isEqualTo(400);
        assertThat(client("olga").post(path + "/hold", Map.of()).status()).isEqualTo(200);
        assertThat(holds.open()).anyMatch(hold -> crisis.id().equals(hold.owner()));

        assertThat(client("olga")
                        .post(path + "/notes", Map.of("text", "The shop calls back at ten."))
                        .status())
                .isEqualTo(200);
        assertThat(client("olga").post(path + "/notes", Map.of("text", "")).status())
                .isEqualTo(400);

        assertThat(client("olga")
                        .post(path + "/false-alarm", Map.of("reason", "An old film."))
                        .sentence())
                .contains("PR managers");
        assertThat(client("petra")
                        .post(path + "/false-alarm", Map.of("reason", "An old film."))
                        .status())
                .isEqualTo(200);
        assertThat(crises.get(crisis.id()).state()).isEqualTo(State.FALSE_ALARM);
        assertThat(holds.open()).noneMatch(hold -> crisis.id().equals(hold.owner()));
        assertThat(client("petra")
                        .post(path + "/false-alarm", Map.of("reason", "Again."))
                        .sentence())
                .contains("over already");
    }

    @Test
    void triage_is_saved_by_who_has_the_task_only_and_with_readable_facts() {
        Crisis crisis = declared(Level.YELLOW);
        as("olga", () -> response.acknowledge(crisis.id(), "olga", "by test"));
        String path = "/api/crisis-tasks/" + task("UserTask_TriageCrisis").getId();
        Map<String, Object> found = Map.of(
                "facts",
                Map.of("harm", "privacyOrRights", "platforms", "1"),
                "scenario",
                "dataLeak",
                "accounts",
                List.of("weibo"),
                "matterPublic",
                true);

        assertThat(client("otto").put(path + "/triage", found).status()).isEqualTo(400);
        assertThat(client("olga")
                        .put(path + "/triage", Map.of("facts", Map.of("platforms", "many"), "matterPublic", true))
                        .sentence())
                .contains("many");
        assertThat(client("olga")
                        .put(path + "/triage", Map.of("facts", Map.of()))
                        .sentence())
                .contains("public");
        Answer saved = client("olga").put(path + "/triage", found);
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);

        Crisis after = crises.get(crisis.id());
        assertThat(after.level()).isEqualTo(Level.ORANGE);
        assertThat(after.scenario()).isEqualTo("dataLeak");
        assertThat(after.accounts()).contains("weibo");
        assertThat(client("olga")
                        .submitForm(task("UserTask_TriageCrisis").getId(), Map.of())
                        .status())
                .isIn(200, 204);
    }

    @Test
    void a_role_is_offered_and_answered_by_the_asked_person_only() {
        Crisis crisis = declared(Level.ORANGE);
        String path = "/api/crises/" + crisis.id() + "/roles";

        assertThat(client("olga")
                        .post(path, Map.of("role", "commander", "taker", "otto"))
                        .status())
                .isEqualTo(400);
        assertThat(client("carla")
                        .post(path, Map.of("role", "scribe", "taker", "otto"))
                        .status())
                .isEqualTo(200);
        String accept = task("UserTask_AcceptRole").getId();
        assertThat(client("otto")
                        .get("/api/crisis-tasks/" + accept + "/handover")
                        .json()
                        .path("role")
                        .asText())
                .isEqualTo("scribe");
        assertThat(client("carla")
                        .submitForm(accept, Map.of("roleVerdict", "accepted"))
                        .status())
                .isEqualTo(400);
        assertThat(client("otto")
                        .submitForm(accept, Map.of("roleVerdict", "accepted"))
                        .status())
                .isIn(200, 204);
        assertThat(client("otto")
                        .get("/api/crises/" + crisis.id())
                        .json()
                        .path("roles")
                        .findValuesAsText("role"))
                .containsExactly("scribe");
    }

    private Crisis declared(Level level) {
        return response.declare(new Declaration(
                "Brakes fail in the rain",
                List.of("newsroom"),
                "Rain %d".formatted(TOPICS.incrementAndGet()),
                "complaintSurge",
                level,
                List.of("The test says so."),
                Facts.UNKNOWN,
                null,
                Mode.REAL,
                clock.instant()));
    }

    private TasklistClient client(String person) {
        return TasklistClient.login(root(), person, person);
    }

    private URI root() {
        return URI.create("http://localhost:" + port);
    }
}
