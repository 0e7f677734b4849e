package io.watchdesk.signal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchdesk.signal.Signal;
import io.watchdesk.signal.Signals;
import io.watchdesk.signal.StandInAssessment;
import io.watchdesk.testing.ApplicationSpecification;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** With what Alertmanager 0.25 itself sent to a hook, recorded; only fingerprints and times are made new for each story. */
class AlertmanagerHookTest extends ApplicationSpecification {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEARER = "Bearer a-token-of-the-tests";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private Signals signals;

    private StandInAssessment assessment;

    private record Reply(int status, JsonNode body, HttpResponse<String> response) {

        List<String> ids() {
            return StreamSupport.stream(body.path("signals").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }

        String sentence() {
            return body.path("sentence").asText();
        }
    }

    @BeforeEach
    void an_assessment() {
        assessment = new StandInAssessment(repositoryService, runtimeService);
    }

    @AfterEach
    void no_assessment() {
        assessment.close();
    }

    @Test
    void each_firing_alert_of_a_group_is_a_signal() {
        Instant since = clock.instant().minusSeconds(60);
        Reply reply = send("prometheus", BEARER, recorded("firing", "a" + fresh(), since));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.sentence()).isEqualTo("Alerts: 2. New signals: 2, known: 0, over: 0.");
        Signal first = signals.get(reply.ids().get(0));
        assertThat(first)
                .returns("prometheus", Signal::source)
                .returns("投诉激增 on newsroom", Signal::title)
                .returns("newsroom", Signal::account)
                .returns("保温杯", Signal::topic)
                .returns("http://prometheus.example:9090/graph?g0.expr=complaints", Signal::link)
                .returns(Map.of("mentionsRatio", "6.2"), Signal::facts);
        assertThat(first.text())
                .startsWith("Complaints are 6 times the usual number.\n")
                .contains("severity = critical", "Group: {}:{account=\"newsroom\", alertname=\"ComplaintSurge\"}");
        assertThat(first.occurredAt()).isBetween(since.minusMillis(1), since);
        assertThat(signals.get(reply.ids().get(1)))
                .returns("second", Signal::title)
                .returns("ComplaintSurge", Signal::topic);
        assertThat(reply.ids()).allSatisfy(id -> assertThat(assessment.open(id)).isOne());
    }

    @Test
    void an_alert_that_goes_on_is_the_same_signal_and_its_end_is_noted() {
        String run = "b" + fresh();
        Instant since = clock.instant().minusSeconds(60);
        Reply firing = send("prometheus", BEARER, recorded("firing", run, since));

        Reply repeated = send("prometheus", BEARER, recorded("firing", run, since));
        Reply resolved = send("prometheus", BEARER, recorded("resolved", run, since));
        Reply again = send("prometheus", BEARER, recorded("firing", run, clock.instant()));

        assertThat(repeated.ids()).isEqualTo(firing.ids());
        assertThat(repeated.sentence()).isEqualTo("Alerts: 2. New signals: 0, known: 2, over: 0.");
        assertThat(resolved.ids()).isEqualTo(firing.ids());
        assertThat(resolved.sentence()).isEqualTo("Alerts: 2. New signals: 0, known: 1, over: 1.");
        assertThat(again.ids()).doesNotContainAnyElementsOf(firing.ids());
        assertThat(firing.ids())
                .allSatisfy(id -> assertThat(assessment.open(id)).isOne());
    }

    @Test
    void the_end_of_what_was_never_received_is_no_signal() {
        Reply reply = send("prometheus", BEARER, recorded("resolved", "c" + fresh(), clock.instant()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.ids()).hasSize(1);
    }

    @Test
    void both_ways_of_signing_in_that_Alertmanager_has_are_taken_and_nothing_else() {
        String message = recorded("firing", "d" + fresh(), clock.instant());

        assertThat(send("prometheus", "bearer another-token-of-the-tests", message)
                        .status())
                .isEqualTo(200);
        assertThat(send("prometheus", basic("alertmanager:a-password-of-the-tests"), message)
                        .status())
                .isEqualTo(200);
        for (String wrong : new String[] {
            null,
            "",
            "Bearer",
            "Bearer ",
            "Bearer a-token-of-the-test",
            "Basic a-token-of-the-tests",
            "Digest a-token-of-the-tests",
            basic("alertmanager:wrong"),
            basic(":a-password-of-the-tests"),
            basic("null:a-password-of-the-tests")
        }) {
            Reply reply = send("prometheus", wrong, message);
            assertThat(reply.status()).as("%s", wrong).isEqualTo(401);
            assertThat(reply.response().headers().firstValue("WWW-Authenticate"))
                    .isPresent();
        }
        assertThat(send("small-prometheus", basic("null:"), message).status()).isEqualTo(401);
        assertThat(send("monitor", BEARER, message).status())
                .as("is no Alertmanager, which nobody learns")
                .isEqualTo(401);
    }

    @Test
    void what_is_beyond_the_quota_is_taken_when_Alertmanager_repeats_it() {
        theTimeIs(Instant.parse("2031-03-06T10:00:00Z"));
        String message = many(5);

        Reply first = send("small-prometheus", BEARER, message);
        timePasses(Duration.ofMinutes(1));
        Reply second = send("small-prometheus", BEARER, message);
        timePasses(Duration.ofMinutes(1));
        Reply third = send("small-prometheus", BEARER, message);

        assertThat(first.status()).isEqualTo(429);
        assertThat(first.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(second.status()).isEqualTo(429);
        assertThat(third.status()).isEqualTo(200);
        assertThat(third.sentence()).isEqualTo("Alerts: 5. New signals: 1, known: 4, over: 0.");
    }

    @Test
    void what_is_not_a_message_of_Alertmanager_is_told_so() {
        for (String body : List.of("{}", "{\"version\":\"3\",\"alerts\":[]}", "{\"version\":\"4\"}", "[", "[]")) {
            Reply reply = send("prometheus", BEARER, body);
            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(reply.sentence()).startsWith("The body ");
        }
        assertThat(send("prometheus", BEARER, "x".repeat(300_000)).status()).isEqualTo(413);
        assertThat(send("prometheus", BEARER, "{\"version\":\"4\",\"alerts\":[]}")
                        .status())
                .isEqualTo(200);
        Reply odd = send(
                "prometheus",
                BEARER,
                "{\"version\":\"4\",\"alerts\":[7,{\"labels\":{\"x\":\"%s\"}}]}".formatted(fresh()));
        assertThat(odd.status()).isEqualTo(200);
        assertThat(signals.get(odd.ids().get(1)).title()).isEqualTo("Alert without a name");
    }

    private static String recorded(String kind, String run, Instant since) {
        try (var file = AlertmanagerHookTest.class.getResourceAsStream("/signal/alertmanager-" + kind + ".json")) {
            ObjectNode message = (ObjectNode) JSON.readTree(file);
            for (JsonNode alert : message.path("alerts")) {
                ((ObjectNode) alert)
                        .put("fingerprint", run + alert.path("fingerprint").asText());
                ((ObjectNode) alert).put("startsAt", since.toString());
            }
            return message.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String many(int alerts) {
        ArrayNode list = JSON.createArrayNode();
        for (int number = 0; number < alerts; number++) {
            list.addObject()
                    .put("status", "firing")
                    .put("fingerprint", fresh())
                    .put("startsAt", "2031-03-06T09:59:00Z")
                    .putObject("labels")
                    .put("alertname", "Surge " + number);
        }
        return JSON.createObjectNode()
                .put("version", "4")
                .<ObjectNode>set("alerts", list)
                .toString();
    }

    private Reply send(String source, String authorization, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/hooks/alertmanager/" + source))
                .header("Content-Type", "application/json")
                .header("User-Agent", "Alertmanager/0.25.0")
                .POST(BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), JSON.readTree(response.body()), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }

    private static String fresh() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
