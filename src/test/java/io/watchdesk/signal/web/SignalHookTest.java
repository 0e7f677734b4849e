package io.watchdesk.signal.web;

import static io.watchdesk.testing.SignalSender.OLD_SECRET;
import static io.watchdesk.testing.SignalSender.SECRET;
import static io.watchdesk.testing.SignalSender.json;
import static io.watchdesk.testing.SignalSender.seconds;
import static io.watchdesk.testing.SignalSender.signature;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.signal.Signal;
import io.watchdesk.signal.Signals;
import io.watchdesk.signal.StandInAssessment;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.SignalSender;
import io.watchdesk.testing.SignalSender.Answer;
import io.watchdesk.testing.TasklistClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class SignalHookTest extends ApplicationSpecification {

    private static final int LIMIT = 256 * 1024;

    @Autowired
    private Signals signals;

    @Autowired
    private JdbcClient database;

    private StandInAssessment assessment;
    private SignalSender monitor;

    @BeforeEach
    void a_monitoring_program() {
        assessment = new StandInAssessment(repositoryService, runtimeService);
        monitor = new SignalSender(at("/"), "monitor");
    }

    @AfterEach
    void no_assessment() {
        assessment.close();
    }

    @Test
    void a_signed_signal_is_stored_and_its_assessment_begins() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("mentionsRatio", 4.5);
        facts.put("hotSearch", false);
        facts.put("carrier", null);
        facts.put("own", List.of(1, 2));
        Instant seen = clock.instant().minusSeconds(90);
        String topic = "保温杯 " + UUID.randomUUID();

        Answer answer = monitor.send(
                Map.of(
                        "title", "用户投诉激增 📈",
                        "text", "Six times\nthe usual number.",
                        "account", "newsroom",
                        "topic", topic,
                        "link", "https://monitor.example/1",
                        "facts", facts,
                        "occurredAt", seen.toString(),
                        "more", "than is asked for"),
                clock.instant());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(answer.json().path("known").asBoolean(true)).isFalse();
        assertThat(answer.sentence()).isEqualTo("It is stored as %s.".formatted(answer.signal()));
        Signal signal = signals.get(answer.signal());
        assertThat(signal)
                .returns("monitor", Signal::source)
                .returns("用户投诉激增 📈", Signal::title)
                .returns("Six times\nthe usual number.", Signal::text)
                .returns("newsroom", Signal::account)
                .returns(topic, Signal::topic)
                .returns("https://monitor.example/1", Signal::link)
                .returns(Map.of("mentionsRatio", "4.5", "hotSearch", "false", "own", "[1,2]"), Signal::facts);
        assertThat(signal.occurredAt()).isBetween(seen.minusMillis(1), seen);
        assertThat(assessment.open(answer.signal())).isOne();
    }

    @Test
    void fields_may_stand_in_data_as_the_standard_advises() {
        Instant seen = clock.instant().minusSeconds(30);

        Answer answer = monitor.send(
                Map.of("type", "complaint", "timestamp", seen.toString(), "data", Map.of("text", "It leaks.\nAgain.")),
                clock.instant());

        assertThat(signals.get(answer.signal()))
                .returns("It leaks.", Signal::title)
                .returns("It leaks.\nAgain.", Signal::text);
        assertThat(signals.get(answer.signal()).occurredAt()).isBetween(seen.minusMillis(1), seen);
    }

    @Test
    void the_same_id_again_is_the_same_signal() {
        String id = UUID.randomUUID().toString();
        Map<String, Object> signal = Map.of("title", "Once");

        Answer first = monitor.send(id, signal, clock.instant());
        Answer again = monitor.send(id, signal, clock.instant().plusSeconds(20));
        Answer changed = monitor.send(id, Map.of("title", "Changed"), clock.instant());

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.signal()).isEqualTo(first.signal());
        assertThat(again.json().path("known").asBoolean()).isTrue();
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.sentence()).contains(first.signal(), "stands");
        assertThat(signals.get(first.signal()).title()).isEqualTo("Once");
        assertThat(assessment.open(first.signal())).isOne();
    }

    @Test
    void an_id_of_the_sender_s_own_counts_more_than_that_of_the_delivery() {
        Map<String, Object> incident = Map.of("id", "INC-" + UUID.randomUUID(), "title", "Incident");

        Answer first = monitor.send(incident, clock.instant());
        Answer second = monitor.send(incident, clock.instant());

        assertThat(second.signal()).isEqualTo(first.signal());
        assertThat(second.status()).isEqualTo(200);
    }

    @Test
    void both_secrets_and_several_signatures_are_good_while_a_secret_is_changed() {
        Instant now = clock.instant();
        byte[] body = json(Map.of("title", "Rotation"));
        String fits = "v1," + signature(SECRET, "a", seconds(now), body);
        String old = "v1," + signature(OLD_SECRET, "a", seconds(now), body);
        String stranger = "v1," + signature("a secret of somebody else's", "a", seconds(now), body);

        assertThat(monitor.send("a", seconds(now), old, body).status()).isIn(200, 202);
        assertThat(monitor.send("a", seconds(now), stranger + " v1a,abc " + fits, body)
                        .status())
                .isEqualTo(200);
        assertThat(monitor.send("a", seconds(now), stranger + " v1a,abc v1,%% v1, ", body)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void what_is_not_signed_by_the_source_now_is_not_taken() {
        Instant now = clock.instant();
        byte[] body = json(Map.of("title", "Forged"));
        String good = "v1," + signature(SECRET, "x", seconds(now), body);

        refused(monitor.send(null, seconds(now), good, body), "The request is not signed");
        refused(monitor.send("x", null, good, body), "The request is not signed");
        refused(monitor.send("x", seconds(now), null, body), "The request is not signed");
        refused(monitor.send("x", seconds(now), good.substring(3), body), "fits none of the secrets");
        refused(monitor.send("y", seconds(now), good, body), "fits none of the secrets");
        refused(monitor.send("x", seconds(now.plusSeconds(1)), good, body), "fits none of the secrets");
        refused(monitor.send("x", seconds(now), good, json(Map.of("title", "Other"))), "fits none of the secrets");
        refused(monitor.send("x", "soon", good, body), "cannot be read");
        refused(monitor.send("x", "-1", good, body), "cannot be read");
        refused(monitor.send("x".repeat(300), seconds(now), good, body), "cannot be read");
        refused(monitor.send(Map.of("title", "Late"), now.minusSeconds(330)), "more than 5 minutes away");
        refused(monitor.send(Map.of("title", "Early"), now.plusSeconds(330)), "more than 5 minutes away");
        assertThat(signals.find("monitor", "x")).isEmpty();
        assertThat(monitor.send(Map.of("title", "Just in time"), now.minusSeconds(280))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void a_header_that_is_sent_twice_is_refused() throws Exception {
        byte[] body = json(Map.of("title", "Ambiguous"));
        String now = seconds(clock.instant());
        Map<String, String> headers = Map.of(
                "webhook-id",
                "twice",
                "webhook-timestamp",
                now,
                "webhook-signature",
                "v1," + signature(SECRET, "twice", now, body));

        for (String twice : headers.keySet()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(at("/hooks/signals/monitor"))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            request.header(twice, headers.get(twice));
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(twice).isEqualTo(400);
            assertThat(answer.body()).contains("The header %s was sent more than once.".formatted(twice));
        }
        assertThat(signals.find("monitor", "twice")).isEmpty();
    }

    @Test
    void only_the_sources_of_the_settings_have_an_address_and_only_for_sending() {
        for (String source : List.of("nobody", "prometheus", "report", "%E2%80%AE", "..%2Fmonitor")) {
            Answer answer = new SignalSender(at("/"), source).send(Map.of("title", "x"), clock.instant());
            assertThat(answer.status()).as("%s: %s", source, answer).isIn(400, 401);
        }
        Answer stranger = new SignalSender(at("/"), "nobody").send(Map.of("title", "x"), clock.instant());
        Answer guesser = new SignalSender(at("/"), "monitor").send("a guess", Map.of("title", "x"));
        assertThat(stranger.status())
                .as("who guesses names learns nothing")
                .isEqualTo(guesser.status())
                .isEqualTo(401);
        assertThat(stranger.response().body()).isEqualTo(guesser.response().body());
        assertThat(new TasklistClient(at("/")).get("/hooks/signals/monitor").status())
                .isEqualTo(405);
    }

    @Test
    void a_body_may_have_256_KiB_and_not_a_byte_more() {
        String id = UUID.randomUUID().toString();
        byte[] full = json(Map.of("title", "Full", "text", ""));
        byte[] largest = json(Map.of("title", "Full", "text", "x".repeat(LIMIT - full.length)));
        byte[] tooLarge = json(Map.of("title", "Full", "text", "x".repeat(LIMIT - full.length + 1)));
        String now = seconds(clock.instant());

        Answer taken = monitor.send(id, now, "v1," + signature(SECRET, id, now, largest), largest);
        Answer refused = monitor.send(id, now, "v1," + signature(SECRET, id, now, tooLarge), tooLarge);

        assertThat(largest).hasSize(LIMIT);
        assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
        assertThat(signals.get(taken.signal()).text()).hasSize(LIMIT - full.length);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.sentence()).isEqualTo("The body is too large: at most 262,144 bytes are taken.");
        // Without a length, in chunks.
        TasklistClient.Answer chunked = new TasklistClient(at("/"))
                .send(
                        "POST",
                        "/hooks/signals/monitor",
                        "application/json",
                        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[3 * LIMIT])));
        assertThat(chunked.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"title\":\"a\"} {}",
                "[]",
                "null",
                "\"title\"",
                "{\"title\":\"a\",}",
                "title=a",
                "{}",
                "{\"title\":\" \",\"text\":null}",
                "{\"title\":{\"a\":1}}",
                "{\"title\":\"a\",\"title\":\"b\"}",
                "{\"title\":1e400}",
                "{\"title\":\"a\",\"facts\":{\"mentionsRatio\":-1e400}}",
                "{\"data\":{\"title\":\"a\",\"facts\":{\"own\":[[1e999]]}}}"
            })
    void broken_JSON_and_what_says_nothing_is_told_in_a_sentence(String body) {
        Answer answer = signed(body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.sentence())
                .matches("The body (is not valid JSON|must be one JSON object|says nothing|holds a number).*");
    }

    @Test
    void the_largest_number_that_can_be_kept_is_taken() {
        Answer answer = signed(
                "{\"title\":\"a\",\"facts\":{\"own\":1.7e308,\"text\":\"1e400\"}}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(signals.get(answer.signal()).facts()).isEqualTo(Map.of("own", "1.7E308", "text", "1e400"));
    }

    @Test
    void text_that_is_not_UTF_8_is_told_in_a_sentence() {
        byte[] latin = "{\"title\":\"Müller\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] deep = ("{\"title\":\"a\",\"facts\":" + "[".repeat(5000) + "]".repeat(5000) + "}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(signed(latin).status()).isEqualTo(400);
        assertThat(signed(latin).sentence()).isEqualTo("The body is not valid UTF-8.");
        assertThat(signed(deep).status()).isEqualTo(400);
        assertThat(signed("\uFEFF{\"title\":\"with a mark\"}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void a_signal_about_an_account_that_nobody_knows_is_stored_and_the_answer_says_so() {
        Answer answer = monitor.send(Map.of("title", "Elsewhere", "account", "old\nroom"), clock.instant());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.sentence())
                .endsWith("There is no account \"old room\" here: it is rated with the account unknown.");
        assertThat(signals.get(answer.signal()))
                .returns(null, Signal::account)
                .returns(Map.of(Signals.UNKNOWN_ACCOUNT, "old room"), Signal::facts);
        assertThat(assessment.open(answer.signal())).isOne();
    }

    @Test
    void what_is_refused_is_logged_without_its_content_and_cannot_forge_a_line(CapturedOutput output) {
        // What other stories had refused a moment ago would only be counted.
        timePasses(Duration.ofMinutes(2));
        new SignalSender(at("/"), "nobody%0AERROR%20forged%E2%80%A8line").send(Map.of("title", "x"), clock.instant());
        monitor.send("x", seconds(clock.instant()), "v1,abc", json(Map.of("title", "the content")));
        monitor.send("x", seconds(clock.instant()), "v1,abc", json(Map.of("title", "the content")));

        assertThat(output.getOut())
                .contains("Hook of source \"monitor\": a request from 127.0.0.1 was refused with 401")
                .doesNotContain("forged")
                .doesNotContain("the content");
    }

    @Test
    void ten_thousand_at_once_are_a_flood_of_one_source_and_harm_no_other() {
        SignalSender noisy = new SignalSender(at("/"), "noisy");
        String topic = UUID.randomUUID().toString();
        Semaphore atOnce = new Semaphore(64);
        List<CompletableFuture<Answer>> burst = new ArrayList<>();
        List<Answer> others = new ArrayList<>();
        Instant now = clock.instant();

        for (int number = 0; number < 10_000; number++) {
            atOnce.acquireUninterruptibly();
            burst.add(noisy.begin(Map.of("title", "Alarm " + number, "topic", topic), now)
                    .whenComplete((answer, failure) -> atOnce.release()));
            if (number % 500 == 0) {
                others.add(monitor.send(Map.of("title", "Beside " + number), clock.instant()));
            }
        }
        List<Answer> answers = burst.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(Answer::status).containsOnly(202, 429);
        long taken = answers.stream().filter(answer -> answer.status() == 202).count();
        long spent = Math.max(1, Duration.between(now, clock.instant()).toSeconds());
        assertThat(taken).isBetween(60L, 62 + spent);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .allSatisfy(answer -> assertThat(Integer.parseInt(answer.header("Retry-After")))
                        .isBetween(1, 60))
                .first()
                .satisfies(answer -> assertThat(answer.sentence()).contains("sends more than its quota"));
        assertThat(others).extracting(Answer::status).containsOnly(202);
        assertThat(stored("noisy", topic, "Alarm %")).isEqualTo(taken);
        assertThat(stored("noisy", topic, "The source noisy sends more than its quota of 60 in 1 minute"))
                .isBetween(1L, 2L);
    }

    @Test
    void a_flood_is_told_once_in_each_window_and_the_quota_fills_again() {
        SignalSender slow = new SignalSender(at("/"), "slow");
        theTimeIs(Instant.parse("2031-03-05T10:00:00Z"));

        assertThat(sends(slow, 4)).containsExactly(202, 202, 429, 429);
        assertThat(stored("slow", "house", "The source slow%")).isOne();
        timePasses(Duration.ofSeconds(29));
        assertThat(sends(slow, 1)).containsExactly(429);
        timePasses(Duration.ofSeconds(1));
        assertThat(sends(slow, 2)).containsExactly(202, 429);
        assertThat(stored("slow", "house", "The source slow%")).isOne();
        timePasses(Duration.ofHours(1));
        assertThat(sends(slow, 3)).containsExactly(202, 202, 429);
        assertThat(stored("slow", "house", "The source slow%")).isEqualTo(2);
    }

    private List<Integer> sends(SignalSender sender, int many) {
        return IntStream.range(0, many)
                .mapToObj(each ->
                        sender.send(Map.of("title", "Slow"), clock.instant()).status())
                .toList();
    }

    private long stored(String source, String topic, String title) {
        return database.sql("select count(*) from signal where source = ? and topic = ? and title like ?")
                .params(source, topic, title)
                .query(Long.class)
                .single();
    }

    private Answer signed(byte[] body) {
        String id = UUID.randomUUID().toString();
        String now = seconds(clock.instant());
        return monitor.send(id, now, "v1," + signature(SECRET, id, now, body), body);
    }

    private static void refused(Answer answer, String sentence) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.sentence()).contains(sentence);
        assertThat(answer.header("WWW-Authenticate")).isNotBlank();
    }
}
