package io.watchdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.PathTricks;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web server as somebody meets it who means harm. */
class WebShieldTest extends ApplicationSpecification {

    private static final String STATISTICS =
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count";

    @Test
    void cockpit_s_own_data_is_for_those_who_may_use_cockpit() {
        for (String role : List.of("pia", "wei", "rita", "lena", "chen", "paul")) {
            TasklistClient client = signedIn(role);
            assertThat(client.get(STATISTICS).status()).as(role).isEqualTo(403);
            assertThat(client.get(STATISTICS.replace("/base/", "//base/")).status())
                    .as(role)
                    .isGreaterThanOrEqualTo(400);
            assertThat(client.get(STATISTICS.replace("cockpit", "%63ockpit")).status())
                    .as(role)
                    .isGreaterThanOrEqualTo(400);
            for (String webapp : List.of("cockpit", "admin")) {
                assertThat(client.get("/camunda/app/" + webapp + "/default/").status())
                        .as(role + webapp)
                        .isEqualTo(403);
            }
        }
        assertThat(signedIn("max").get(STATISTICS).status()).isEqualTo(200);
        assertThat(signedIn("max").get("/camunda/app/admin/default/").status()).isEqualTo(403);
        assertThat(signedIn("admin").get(STATISTICS).status()).isEqualTo(200);
        assertThat(new TasklistClient(at("/")).get(STATISTICS).status()).isIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "LOCK", "MKCOL", "DEBUG", "get", "FOO"})
    void methods_that_nothing_serves_are_refused(String method) throws IOException {
        for (String path : List.of("/", "/site", "/camunda/app/tasklist/default/", "/api/audit")) {
            assertThat(raw(method + " " + path + " HTTP/1.1")).as(method + path).containsPattern(" (400|403|405|501) ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/engine",
                "/engine-rest/task",
                "/h2-console/",
                "/h2-console/login.do",
                "/actuator",
                "/actuator/env",
                "/actuator/health",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/metrics",
                "/actuator/shutdown",
                "/actuator/beans",
                "/actuator/threaddump",
                "/actuator/prometheus",
                "/swagger-ui.html",
                "/v3/api-docs",
                "/manager/html",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/META-INF/resources/watchdesk/forms.js",
                "/application.yaml",
                "/../application.yaml",
                "/.git/config",
                "/jolokia",
                "/env",
                "/demo/mailbox"
            })
    void there_is_no_console_and_no_open_engine(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1")).as(path).containsPattern(" (400|401|404) ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/site",
                "/site/nobody/P-1",
                "/nothing/here",
                "/api/audit",
                "/api/nothing",
                "/health/ready",
                "/watchdesk/forms.js",
                "/watchdesk/profile.css",
                "/camunda/app/tasklist/default/",
                "/camunda/app/welcome/default/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/setup/default/user/create",
                "/hooks/nothing",
                "/feeds/nothing"
            })
    void every_answer_tells_browsers_what_not_to_do(String path) {
        Answer answer = new TasklistClient(at("/")).get(path);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isIn("same-origin", "strict-origin-when-cross-origin");
        String policy = answer.header("Content-Security-Policy");
        assertThat(policy).contains("frame-ancestors 'none'").contains("base-uri ");
        if (!path.startsWith("/camunda/app/")) {
            assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe");
        }
        assertThat(answer.header("Strict-Transport-Security")).as("over http").isNull();
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("X-Powered-By")).isNull();
    }

    @Test
    void what_people_s_addresses_answer_stays_in_no_cache() {
        TasklistClient wei = signedIn("wei");

        for (String path : List.of(
                "/api/probe",
                "/api/language",
                "/api/nothing",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/user/wei/profile",
                "/camunda/api/admin/auth/user/default")) {
            assertThat(wei.get(path).response().headers().allValues("Cache-Control"))
                    .as(path)
                    .containsExactly("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%0D%0AX", "%0A", "x%00", "%09", "%E2%80%A8", "%C2%85", "%1B"})
    void a_path_with_a_line_end_gets_past_nothing(String end) {
        TasklistClient wei = signedIn("wei");

        for (String path : List.of(
                "/camunda/api/engine/engine/default/task/",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/app/tasklist/default/",
                "/api/nothing/",
                "/hooks/signals/")) {
            assertThat(wei.get(path + end).status()).as(path + end).isEqualTo(400);
        }
    }

    /** Where two servers read the end of a request differently, what follows would be taken for a request of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.0|Transfer-Encoding: chunked|Content-Length: 5",
                "HTTP/1.0|Transfer-Encoding: chunked",
                "HTTP/1.1|Transfer-Encoding: chunked|Content-Length: 5",
                "HTTP/1.1|Content-Length: 5|Transfer-Encoding: chunked",
                "HTTP/1.1|Content-Length: 5|Content-Length: 60",
                "HTTP/1.1|Content-Length: 5, 60",
                "HTTP/1.1|Transfer-Encoding: identity, chunked|Content-Length: 5",
                "HTTP/1.1|Transfer-Encoding: xchunked|Content-Length: 5",
                "HTTP/1.1|Transfer-Encoding : chunked|Content-Length: 5",
                "HTTP/1.1|Transfer-Encoding:\tchunked|Content-Length: 5",
                "HTTP/1.1|Transfer-Encoding: chunked|Transfer-Encoding: identity|Content-Length: 5"
            })
    void no_request_is_smuggled_behind_another(String shape) throws IOException {
        String[] parts = shape.split("\\|");
        StringBuilder request = new StringBuilder("POST /hooks/nothing " + parts[0] + "\r\nHost: localhost\r\n");
        for (int header = 1; header < parts.length; header++) {
            request.append(parts[header]).append("\r\n");
        }
        request.append("\r\n0\r\n\r\nGET /site?smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        URI root = at("/");
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("HTTP/1\\.1 \\d{3}", -1).length - 1)
                    .as(answers)
                    .isLessThanOrEqualTo(1);
            assertThat(answers).doesNotContain("London blog");
        }
    }

    @Test
    void behind_https_browsers_are_told_to_stay_there() throws Exception {
        var response = new org.springframework.mock.web.MockHttpServletResponse();
        new SecurityHeaders(true)
                .doFilter(
                        new org.springframework.mock.web.MockHttpServletRequest("GET", "/"),
                        response,
                        new org.springframework.mock.web.MockFilterChain());

        assertThat(response.getHeader("Strict-Transport-Security")).startsWith("max-age=31536000");
    }

    @Test
    void a_page_s_scripts_are_those_that_its_policy_allows_however_many_people_ask() {
        List<Answer> pages = java.util.stream.IntStream.range(0, 300)
                .parallel()
                .mapToObj(number -> new TasklistClient(at("/")).get("/camunda/app/tasklist/default/"))
                .toList();

        for (Answer page : pages) {
            String policy = page.header("Content-Security-Policy");
            int start = policy.indexOf("'nonce-") + 7;
            String nonce = policy.substring(start, policy.indexOf('\'', start));
            assertThat(page.text()).contains("nonce=\"" + nonce + "\"");
            assertThat(page.text().split("nonce=\"")).hasSameSizeAs(page.text().split("nonce=\"" + nonce));
        }
        assertThat(pages)
                .extracting(page -> page.header("Content-Security-Policy"))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_body_that_is_too_large_is_refused_whether_its_length_is_told_or_not() {
        TasklistClient wei = signedIn("wei");
        String large = "{\"x\":\"" + "a".repeat(1_100_000) + "\"}";

        for (String path :
                List.of("/camunda/api/engine/engine/default/task", "/api/nothing", "/hooks/nothing", "/site")) {
            assertThat(wei.post(path, large).status()).as(path).isEqualTo(413);
            assertThat(wei.send("POST", path, "application/json", chunked(large))
                            .status())
                    .as(path)
                    .isEqualTo(413);
        }
        String medium = "{\"x\":\"" + "a".repeat(300_000) + "\"}";
        assertThat(wei.post("/hooks/nothing", medium).status()).isEqualTo(413);
        assertThat(wei.post("/api/nothing", medium).status()).isEqualTo(404);
        assertThat(wei.send("POST", "/camunda/api/engine/engine/default/task/count", "application/json", chunked("{}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nested_endlessly_or_broken_json_is_an_error_of_the_sender() {
        TasklistClient wei = signedIn("wei");
        for (String body : List.of(
                "{\"orQueries\":".repeat(2_000) + "[]" + "}".repeat(2_000),
                "[".repeat(100_000),
                "{",
                "nonsense",
                "{\"a\":1e999999}",
                "{\"maxResults\":" + "9".repeat(2_000) + "}")) {
            assertThat(wei.engine("POST", "/task", body).status())
                    .as(body.substring(0, Math.min(30, body.length())))
                    .isEqualTo(400);
        }
    }

    @Test
    void an_id_of_a_group_is_letters_digits_and_dashes() {
        TasklistClient admin = signedIn("admin");

        for (String id : List.of("a/b", "../b", "a b", "a;b", "a%2Fb", "甲", "${1+1}", "a\n")) {
            assertThat(admin.engine("POST", "/group/create", Map.of("id", id, "name", "x", "type", "y"))
                            .status())
                    .as(id)
                    .isEqualTo(400);
        }
    }

    /** Found by the sieges of seeds 2 and 20261123. */
    @Test
    void what_an_administrator_sends_wrong_is_no_fault_of_ours() {
        TasklistClient admin = signedIn("admin");

        Answer kind = admin.engine(
                "POST",
                "/authorization/create",
                Map.of("type", 5, "permissions", List.of("ALL"), "groupId", "x", "resourceType", 1, "resourceId", "x"));
        Answer named = admin.engine(
                "POST",
                "/authorization/create",
                Map.of("type", 0, "userId", "wei", "resourceType", 0, "resourceId", "*"));
        Answer empty = admin.engine(
                "POST",
                "/migration/validate",
                Map.of(
                        "sourceProcessDefinitionId", "x",
                        "targetProcessDefinitionId", "y",
                        "instructions",
                                List.of(Map.of("sourceActivityIds", List.of(), "targetActivityIds", List.of("a")))));

        assertThat(kind.status()).as(kind.toString()).isEqualTo(400);
        assertThat(kind.text()).contains("There is no such kind of authorization");
        assertThat(named.status()).as(named.toString()).isEqualTo(400);
        assertThat(named.text()).contains("is for everybody");
        assertThat(empty.status()).as(empty.toString()).isEqualTo(400);
        Answer uncountable = admin.engine(
                "POST",
                "/job/count",
                Map.of("jobIds", List.of("x"), "exceptionMessage", "x", "active", true, "jobDefinitionId", "x"));
        assertThat(uncountable.status()).as(uncountable.toString()).isEqualTo(400);
        assertThat(uncountable.text()).contains("combination of filters");
    }

    @Test
    void errors_tell_nothing_of_the_inside() {
        TasklistClient admin = signedIn("admin");
        List<Answer> answers = new ArrayList<>();
        for (String path : List.of(
                "/task/none",
                "/task/none/variables",
                "/process-instance/none",
                "/process-definition/none/xml",
                "/process-definition/key/none/start",
                "/deployment/none/resources",
                "/job/none",
                "/filter/none",
                "/task?maxResults=x",
                "/task?sortBy=none&sortOrder=asc&maxResults=1",
                "/history/process-instance?maxResults=5&startedAfter=never",
                "/group/no%20such%20group",
                "/decision-definition/key/none/evaluate",
                "/nothing")) {
            answers.add(admin.engine("GET", path, null));
            answers.add(admin.engine("POST", path, "{\"a\":"));
            answers.add(admin.engine("POST", path, Map.of("dueAfter", "never", "processDefinitionKey", 5)));
        }
        answers.add(admin.engine("PUT", "/job/none/retries", Map.of("retries", -1)));
        answers.add(admin.engine("POST", "/group/create", Map.of("id", "a/b")));
        answers.add(admin.engine("POST", "/user/create", Map.of()));
        answers.add(admin.get("/site/%00"));
        answers.add(admin.get("/api/drafts/none"));

        for (Answer answer : answers) {
            assertThat(answer.text())
                    .as(answer.toString())
                    .doesNotContain(
                            "\tat ", "Exception:", "org.camunda", "java.lang", "io.watchdesk", "jdbc:", "SELECT ");
            if (answer.status() >= 400) {
                assertThat(answer.text()).as(answer.toString()).doesNotContain("RestException", "InvalidRequest");
            }
        }
        assertThat(answers.stream().filter(answer -> answer.status() >= 400).count())
                .isGreaterThan(30);
    }

    @Test
    void a_load_balancer_hears_the_truth() {
        TasklistClient anybody = new TasklistClient(at("/"));

        assertThat(anybody.get("/health/live").status()).isEqualTo(200);
        assertThat(anybody.get("/health/ready").text()).isEqualTo("{\"status\":\"UP\"}");
        engineStops();
        Answer down = anybody.get("/health/ready");
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.text()).isEqualTo("{\"status\":\"DOWN\"}");
        assertThat(anybody.get("/health/live").status()).isEqualTo(200);
    }

    private void engineStops() {
        ((org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .shutdown();
    }

    private static java.net.http.HttpRequest.BodyPublisher chunked(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private String raw(String requestLine) throws IOException {
        return PathTricks.statusLine(at("/"), requestLine);
    }

    private TasklistClient signedIn(String person) {
        return TasklistClient.login(at("/"), person, person);
    }
}
