package io.watchdesk.crisis.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Crisis.Mode;
import io.watchdesk.crisis.CrisisCommand;
import io.watchdesk.crisis.CrisisHolds;
import io.watchdesk.crisis.Level;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Publication.State;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the forms at the end of a crisis show and save, over HTTP as Tasklist does it. */
class ClosingEndpointsTest extends ClosingWorld {

    private static final String REVIEW = "UserTask_ReviewHeldContent";
    private static final String TRIAGE = "UserTask_TriageCrisis";
    private static final String RETROSPECTIVE = CrisisRetrospectiveModel.USER_HOLD_RETROSPECTIVE;

    @Autowired
    private CrisisCommand command;

    @Autowired
    private CrisisHolds crisisHolds;

    @Test
    void a_publisher_decides_post_by_post_and_completes_the_review() {
        Publication kept = waiting("newsroom");
        Publication dropped = waiting("newsroom");
        Crisis crisis = underReview();
        TasklistClient paul = client("paul");
        String list = "/api/held-content/" + task(REVIEW).getId();

        assertThat(paul.put(list + "/" + kept.id(), Map.of("choice", "keep", "reapproved", true))
                        .sentence())
                .isEqualTo("Nobody has claimed this task yet. Claim it first.");
        paul.claim(task(REVIEW).getId(), "paul");
        JsonNode page = paul.get(list).json();
        assertThat(page.path("undecided").asInt()).isEqualTo(2);
        assertThat(page.path("posts").get(0).path("accountName").asText()).isEqualTo("Newsroom");
        assertThat(page.path("posts").get(0).path("excerpt").asText()).isEqualTo("Hold it like this.");
        assertThat(page.path("posts").get(0).path("risk").asText()).isEqualTo("low");

        assertThat(paul.put(list + "/" + kept.id(), Map.of("choice", "perhaps")).sentence())
                .contains("is not one of");
        assertThat(paul.put(list + "/" + kept.id(), Map.of("choice", "keep")).sentence())
                .contains("Read " + kept.id());
        assertThat(paul.put(list + "/" + kept.id(), Map.of("choice", "keep", "reapproved", true))
                        .json()
                        .path("undecided")
                        .asInt())
                .isEqualTo(1);
        assertThat(paul.complete(task(REVIEW).getId(), Map.of()).sentence())
                .isEqualTo("%s \"How to hold a knife\" on Newsroom is not decided yet.".formatted(dropped.id()));
        paul.put(list + "/" + dropped.id(), Map.of("choice", "drop", "reason", "Cold."));
        assertThat(paul.complete(task(REVIEW).getId(), Map.of()).status()).isLessThan(300);

        assertThat(state(dropped)).isEqualTo(State.DROPPED);
        assertThat(holds.openFor(kept.id())).isEmpty();
        assertThat(task("UserTask_CloseCrisis")).isNotNull();
        assertThat(client("wei").get(list).status()).isEqualTo(400);
        assertThat(crises.get(crisis.id()).open()).isTrue();
    }

    @Test
    void whoever_triages_keeps_or_withdraws_what_is_out() {
        Publication post = waiting("newsroom");
        timerFires("TimerEvent_SlotReached");
        jobsRun();
        assertThat(state(post)).isEqualTo(State.PUBLISHED);
        Crisis crisis = declared(Level.YELLOW, Mode.REAL);
        as("olga", () -> response.acknowledge(crisis.id(), "olga", "the test"));
        TasklistClient olga = client("olga");
        String path = "/api/published-content/" + task(TRIAGE).getId();

        assertThat(olga.get(path).json()).singleElement().satisfies(line -> {
            assertThat(line.path("publicationId").asText()).isEqualTo(post.id());
            assertThat(line.path("verdict").isNull()).isTrue();
            assertThat(line.path("canHide").asBoolean()).isFalse();
        });
        assertThat(says(olga, path, post, "hide", "Cold").sentence()).contains("cannot hide a post");
        assertThat(says(olga, path, post, "withdraw", " ").sentence()).contains("Say why");
        assertThat(says(olga, path, post, "keep", "").status()).isEqualTo(200);
        assertThat(says(olga, path, post, "withdraw", "It mocks the victims.").status())
                .isEqualTo(200);
        assertThat(says(olga, path, post, "keep", "").sentence()).contains("is being taken down already");
        assertThat(client("petra").put(path + "/P-1", Map.of("verdict", "keep")).sentence())
                .contains("Olga has claimed this task");

        jobsRun();
        assertThat(state(post)).isEqualTo(State.TAKEN_DOWN);
    }

    @Test
    void a_person_hides_a_post_on_a_platform_worked_by_hand() {
        Publication post = waiting("weibo");
        timerFires("TimerEvent_SlotReached");
        jobsRun();
        completes(
                "paul",
                "UserTask_PublishManually",
                Map.of("postVerdict", "out", "postLink", "https://weibo.example/" + post.id()));
        Crisis crisis = declared(Level.YELLOW, Mode.REAL);
        as("olga", () -> response.acknowledge(crisis.id(), "olga", "the test"));
        String path = "/api/published-content/" + task(TRIAGE).getId();

        assertThat(says(client("olga"), path, post, "hide", "Not now.").status())
                .isEqualTo(200);

        jobsRun();
        Task byHand = task("UserTask_TakeDownManually");
        assertThat(taskService.getVariable(byHand.getId(), "publicationProblem"))
                .asString()
                .contains("Hide it, do not delete it. Not now.");
    }

    @Test
    void in_a_drill_nothing_that_is_out_is_touched() {
        Publication post = waiting("newsroom");
        timerFires("TimerEvent_SlotReached");
        jobsRun();
        Crisis drill = declared(Level.YELLOW, Mode.DRILL);
        as("olga", () -> response.acknowledge(drill.id(), "olga", "the test"));
        String path = "/api/published-content/" + task(TRIAGE).getId();

        assertThat(says(client("olga"), path, post, "withdraw", "It mocks the victims.")
                        .status())
                .isEqualTo(200);

        jobsRun();
        assertThat(state(post)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void a_retrospective_is_saved_as_people_write_and_shows_the_time_line() {
        Crisis crisis = declared(Level.YELLOW, Mode.REAL);
        starts(
                CrisisRetrospectiveModel.PROCESS,
                crisis.id(),
                Map.of("crisisId", crisis.id(), "crisisTitle", crisis.title()));
        TasklistClient petra = client("petra");
        String path = "/api/retrospectives/" + task(RETROSPECTIVE).getId();
        Map<String, Object> text = new HashMap<>();
        text.put("causes", "出口没有权限控制。");
        text.put("actions", List.of(Map.of("title", "Close it", "owner", "tess", "dueOn", "2030-02-07")));

        assertThat(petra.put(path, text).sentence()).contains("Claim it first");
        petra.claim(task(RETROSPECTIVE).getId(), "petra");
        assertThat(petra.put(path, text).status()).isEqualTo(200);
        JsonNode page = petra.get(path).json();

        assertThat(page.path("retrospective").path("text").path("causes").asText())
                .isEqualTo("出口没有权限控制。");
        assertThat(page.path("retrospective")
                        .path("text")
                        .path("actions")
                        .get(0)
                        .path("dueOn")
                        .asText())
                .isEqualTo("2030-02-07");
        assertThat(page.path("timeline")).isNotEmpty();
        assertThat(page.path("figures").path("milestones")).isNotEmpty();
        assertThat(petra.complete(task(RETROSPECTIVE).getId(), Map.of()).sentence())
                .isEqualTo("The retrospective is not complete: write down what went well.");
        assertThat(client("wei").get(path).status()).isEqualTo(400);
    }

    @Test
    void figures_are_for_people_of_the_line_and_drills_for_managers() {
        Crisis crisis = declared(Level.YELLOW, Mode.REAL);
        String figures = "/api/crises/%s/figures".formatted(crisis.id());

        assertThat(client("petra").get(figures).json().path("crisisId").asText())
                .isEqualTo(crisis.id());
        assertThat(client("max").get(figures).status()).isEqualTo(200);
        assertThat(client("wei").get(figures).status()).isEqualTo(400);
        assertThat(client("max").get("/api/drills/scenarios").json()).hasSize(4);
        assertThat(client("max").get("/api/drills").status()).isEqualTo(200);
        assertThat(client("wei").get("/api/drills/scenarios").sentence())
                .isEqualTo("Only managers start and compare drills.");
        assertThat(client("wei").get("/api/crisis-actions/owners").json()).isNotEmpty();
    }

    private Crisis underReview() {
        Crisis crisis = declared(Level.YELLOW, Mode.REAL);
        as("olga", () -> crisisHolds.placeByHand(crisis.id()));
        as("olga", () -> response.acknowledge(crisis.id(), "olga", "the test"));
        as("olga", () -> command.triage(crisis.id(), CrisisWorld.findings(CrisisWorld.HARMLESS, false)));
        completes("olga", TRIAGE, Map.of());
        completes("olga", "UserTask_LeadResponse", Map.of("summary", "Answered."));
        return crisis;
    }

    private static Answer says(TasklistClient client, String path, Publication post, String verdict, String reason) {
        return client.put(path + "/" + post.id(), Map.of("verdict", verdict, "reason", reason));
    }

    private TasklistClient client(String person) {
        return TasklistClient.login(URI.create("http://localhost:%d/".formatted(port)), person, person);
    }
}
