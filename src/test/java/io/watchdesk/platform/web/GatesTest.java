package io.watchdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class GatesTest extends ApplicationSpecification {

    @Autowired
    private AuthorizationService authorizationService;

    private Authorization granted;

    @BeforeEach
    void a_newcomer_who_may_use_tasklist() {
        isMemberOf("nina", "planners");
        granted = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        granted.setUserId("nina");
        granted.setResource(Resources.APPLICATION);
        granted.setResourceId("tasklist");
        granted.addPermission(Permissions.ACCESS);
        granted = authorizationService.saveAuthorization(granted);
    }

    @AfterEach
    void the_newcomer_leaves() {
        authorizationService.deleteAuthorization(granted.getId());
        identityService.deleteUser("nina");
    }

    /** The teeth of the rule that every way in has an identity: the engine would answer without checking any right. */
    @Test
    void a_path_for_which_nobody_stands_gets_nothing_from_the_engine() {
        TasklistClient nobody = new TasklistClient(at("/"));

        Answer answer = nobody.get("/forgotten/probe");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).doesNotContain("IllegalState", "identity").contains("sentence");
        for (String path :
                List.of("/site", "/site/newsroom", "/health/ready", "/crisis/ack/x", "/feeds/oncall/x.ics")) {
            assertThat(nobody.get(path).status()).as(path).isIn(200, 404);
        }
    }

    @Test
    void nobody_gets_in_without_signing_in() {
        TasklistClient stranger = new TasklistClient(at("/"));

        for (Answer answer : new Answer[] {
            stranger.get("/api/probe"),
            stranger.post("/api/probe", Map.of()),
            stranger.post("/desk/probe", Map.of()),
            stranger.get("/api/anything"),
            stranger.get("//api/probe"),
            stranger.get("/api;x=1/probe"),
            stranger.get("/x/../api/probe"),
            stranger.get("/%61pi/probe")
        }) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
            assertThat(answer.sentence()).isEqualTo("Please sign in first.");
        }
    }

    @Test
    void a_page_of_the_desk_sends_a_browser_to_the_sign_in() {
        Answer answer = new TasklistClient(at("/")).get("/desk/probe");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/camunda/app/tasklist/default/?desk=%2Fdesk%2Fprobe");
    }

    @Test
    void who_is_signed_in_to_Tasklist_is_the_current_person_here() {
        TasklistClient nina = nina();

        assertThat(nina.get("/api/probe").json().toString())
                .isEqualTo(nina.get("/desk/probe").json().toString())
                .isIn(
                        "{\"person\":\"nina\",\"groups\":[\"planners\"]}",
                        "{\"groups\":[\"planners\"],\"person\":\"nina\"}");
    }

    @Test
    void a_person_who_was_deleted_is_out_at_once() {
        TasklistClient nina = nina();
        identityService.deleteUser("nina");

        assertThat(nina.get("/api/probe").status()).isEqualTo(401);
    }

    @Test
    void a_group_that_was_taken_away_is_gone_at_once() {
        TasklistClient nina = nina();
        isMemberOf("nina", "writers");

        assertThat(nina.get("/api/probe").json().path("groups").path(0).asText())
                .isEqualTo("writers");
    }

    @Test
    void the_next_request_of_a_thread_knows_nobody() {
        TasklistClient nina = nina();
        TasklistClient stranger = new TasklistClient(at("/"));

        for (int request = 0; request < 50; request++) {
            assertThat(nina.get("/api/probe").status()).isEqualTo(200);
            assertThat(stranger.get("/api/probe").status()).isEqualTo(401);
        }
    }

    @Test
    void a_change_needs_the_token_of_the_session() {
        TasklistClient nina = nina();
        Map<String, Object> question = Map.of("text", "你好 😀", "number", 7);

        assertThat(nina.post("/api/probe", question).json().path("text").asText())
                .isEqualTo("你好 😀");
        nina.withoutToken();
        Answer forged = nina.post("/api/probe", question);
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.sentence()).contains("reload");
        assertThat(nina.get("/api/probe").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://localhost.evil.example",
                "http://evil.example:8080",
                "https://localhost",
                "http://localhost:1",
                "http://localhost@evil.example",
                ""
            })
    void a_change_that_another_page_asks_for_is_refused_even_with_the_token(String origin) {
        for (String path : List.of("/api/probe", "/camunda/api/engine/engine/default/task/count")) {
            TasklistClient nina = nina();
            String body = path.startsWith("/api") ? "{\"text\":\"a\",\"number\":1}" : "{}";

            Answer forged = from(origin, nina, path, body);
            assertThat(forged.status()).as(forged.toString()).isEqualTo(403);
            assertThat(forged.sentence()).startsWith("This came from a page that is not one of Watchdesk's.");
            assertThat(nina.send(
                                    "POST",
                                    path,
                                    "application/json",
                                    BodyPublishers.ofString(body),
                                    Map.of("Sec-Fetch-Site", "cross-site"))
                            .status())
                    .isEqualTo(403);
            assertThat(from("http://localhost:" + port, nina, path, body).status())
                    .as("our own page, and the session lives on")
                    .isEqualTo(200);
        }
    }

    private static Answer from(String origin, TasklistClient client, String path, String body) {
        return client.send("POST", path, "application/json", BodyPublishers.ofString(body), Map.of("Origin", origin));
    }

    @ParameterizedTest
    @CsvSource({
        "refused,   400, This \"piece\" is closed.",
        "wrapped,   400, This piece is closed.",
        "forbidden, 403, You are not allowed to do this.",
        "collision, 409, Somebody else changed this at the same moment. Please reload and look again.",
    })
    void what_goes_wrong_is_told_in_a_sentence(String kind, int status, String sentence) {
        Answer answer = nina().get("/api/probe/fault/" + kind);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().size()).isOne();
        assertThat(answer.sentence()).isEqualTo(sentence);
    }

    @Test
    void a_fault_of_ours_tells_a_number_and_nothing_of_the_inside() {
        Answer answer = nina().get("/api/probe/fault/other");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.sentence()).matches("Something went wrong here.* the number [0-9A-F]{8}\\.");
        assertThat(answer.text()).doesNotContain("secret", "Exception", "ACT_RU");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"text\":1,\"number\":\"x\"}",
                "{\"text\":\"a\",\"number\":1,\"more\":true}",
                "\"a\""
            })
    void unreadable_json_is_told_in_a_sentence(String body) {
        Answer answer = nina().post("/api/probe", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.sentence()).startsWith("What was sent cannot be read");
    }

    @Test
    void other_requests_that_nobody_understands_are_told_so() {
        TasklistClient nina = nina();

        assertThat(nina.get("/api/probe/numbers/x").sentence())
                .isEqualTo("The value of \"number\" has the wrong form.");
        assertThat(nina.get("/api/nothing").status()).isEqualTo(404);
        assertThat(nina.delete("/api/probe").status()).isEqualTo(405);
        assertThat(nina.send("POST", "/api/probe", "text/plain", BodyPublishers.ofString("x"))
                        .status())
                .isEqualTo(415);
        assertThat(nina.get("/api/nothing").text()).doesNotContain("Exception", "trace");
    }

    @Test
    void a_file_that_is_too_large_is_told_in_a_sentence() {
        TasklistClient nina = nina();

        assertThat(nina.upload("/api/probe/file", "a.png", "image/png", new byte[1000], Map.of())
                        .text())
                .isEqualTo("1000");
        Answer tooLarge = nina.upload("/api/probe/file", "a.png", "image/png", new byte[25 * 1024 * 1024], Map.of());
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.sentence()).isEqualTo("The file is too large. At most 20MB can be uploaded.");
        assertThat(nina.upload("/api/probe/file", "a.png", "image/png", new byte[1000], Map.of("other", "part"))
                        .status())
                .isEqualTo(200);
        assertThat(nina.send("POST", "/api/probe/file", "multipart/form-data", BodyPublishers.ofString("x"))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user",
                "/camunda//api/admin/setup/default/user/create",
                "/camunda/api/admin;x=1/setup/default/user/create",
                "/camunda/api/%61dmin/setup/default/user/create",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/default/setup"
            })
    void camunda_s_first_run_set_up_is_not_there(String path) {
        TasklistClient nina = nina();

        assertThat(nina.post(path, Map.of()).status()).isEqualTo(404);
        assertThat(nina.get(path).status()).isEqualTo(404);
        assertThat(new TasklistClient(at("/")).get(path).status()).isEqualTo(404);
    }

    private TasklistClient nina() {
        return TasklistClient.login(at("/"), "nina", "nina");
    }
}
