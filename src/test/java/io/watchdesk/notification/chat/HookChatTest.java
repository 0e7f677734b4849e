package io.watchdesk.notification.chat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.watchdesk.notification.ChatMessage;
import io.watchdesk.notification.ChatSettings;
import io.watchdesk.notification.ChatSettings.Hook;
import io.watchdesk.notification.ChatSettings.Service;
import io.watchdesk.notification.Delivery;
import io.watchdesk.notification.Delivery.Outcome;
import io.watchdesk.notification.Link;
import io.watchdesk.platform.OutgoingSettings;
import io.watchdesk.platform.web.GuardedHttp;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each service as a local server that answers as the real one does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HookChatTest {

    private static final String SECRET = "SEC0f9b8e";
    private static final Instant NOW = Instant.parse("2026-11-22T03:10:00.123Z");
    private static final ChatMessage PAGE = new ChatMessage(
            "[RED] 数据泄露 <at user_id=\"all\">&amp; 🔥",
            List.of("Where: newsroom", "Since: 03:05 UTC\nsecond line"),
            List.of(
                    new Link("Take it", "https://desk.example.com/a?x=1&y=2"),
                    new Link("Open the task", "https://desk.example.com/t")));

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final GuardedHttp http = new GuardedHttp(OutgoingSettings.standard());

    @AfterEach
    void close() throws IOException {
        http.close();
    }

    @Test
    void wecom_gets_a_text() {
        answers(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");

        assertThat(send(Service.WECOM, PAGE)).isEqualTo(Delivery.DELIVERED);

        assertThat(sent().getUrl()).isEqualTo("/send?key=1");
        assertThat(sent().getHeader("Content-Type")).isEqualToIgnoringCase("application/json; charset=utf-8");
        assertThat(body().get("msgtype").asText()).isEqualTo("text");
        assertThat(body().at("/text/content").asText())
                .isEqualTo("[RED] 数据泄露 <at user_id=\"all\">&amp; 🔥\nWhere: newsroom\nSince: 03:05 UTC second line\n"
                        + "Take it: https://desk.example.com/a?x=1&y=2\nOpen the task: https://desk.example.com/t");
    }

    @Test
    void dingtalk_gets_a_text_with_a_signed_address() throws Exception {
        answers(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");

        assertThat(send(Service.DINGTALK, PAGE)).isEqualTo(Delivery.DELIVERED);

        String time = String.valueOf(NOW.toEpochMilli());
        assertThat(sent().queryParameter("key").firstValue()).isEqualTo("1");
        assertThat(sent().queryParameter("timestamp").firstValue()).isEqualTo(time);
        assertThat(sent().queryParameter("sign").firstValue()).isEqualTo(hmac(SECRET, time + "\n" + SECRET));
        assertThat(body().at("/text/content").asText()).contains("数据泄露", "https://desk.example.com/a?x=1&y=2");
        assertThat(body().at("/at/isAtAll").asBoolean()).isFalse();
    }

    @Test
    void feishu_gets_a_signed_post_in_which_nothing_is_a_tag() throws Exception {
        answers(200, "{\"code\":0,\"msg\":\"success\",\"data\":{}}");

        assertThat(send(Service.FEISHU, PAGE)).isEqualTo(Delivery.DELIVERED);

        String time = String.valueOf(NOW.getEpochSecond());
        assertThat(body().get("msg_type").asText()).isEqualTo("post");
        assertThat(body().get("timestamp").asText()).isEqualTo(time);
        assertThat(body().get("sign").asText()).isEqualTo(hmac(time + "\n" + SECRET, ""));
        JsonNode post = body().at("/content/post/zh_cn");
        assertThat(post.get("title").asText()).isEqualTo("[RED] 数据泄露 <at user_id=\"all\">&amp; 🔥");
        assertThat(post.at("/content/0/0/tag").asText()).isEqualTo("text");
        assertThat(post.at("/content/2/0/tag").asText()).isEqualTo("a");
        assertThat(post.at("/content/2/0/href").asText()).isEqualTo("https://desk.example.com/a?x=1&y=2");
    }

    @Test
    void older_feishu_hooks_answer_in_other_words() {
        answers(200, "{\"Extra\":null,\"StatusCode\":0,\"StatusMessage\":\"success\"}");

        assertThat(send(Service.FEISHU, PAGE)).isEqualTo(Delivery.DELIVERED);
    }

    @Test
    void slack_gets_escaped_text_and_calls_no_link_up() {
        answers(200, "ok");

        assertThat(send(Service.SLACK, PAGE)).isEqualTo(Delivery.DELIVERED);

        assertThat(body().get("text").asText())
                .startsWith("[RED] 数据泄露 &lt;at user_id=\"all\"&gt;&amp;amp; 🔥\n")
                .contains("https://desk.example.com/a?x=1&amp;y=2");
        assertThat(body().get("mrkdwn").asBoolean()).isFalse();
        assertThat(body().get("unfurl_links").asBoolean()).isFalse();
    }

    @Test
    void anything_else_gets_json_signed_after_standard_webhooks() throws Exception {
        answers(204, "");

        assertThat(send(Service.JSON, PAGE)).isEqualTo(Delivery.DELIVERED);

        String signed = sent().getHeader("webhook-id") + "." + NOW.getEpochSecond() + "." + sent().getBodyAsString();
        assertThat(sent().getHeader("webhook-timestamp")).isEqualTo(String.valueOf(NOW.getEpochSecond()));
        assertThat(sent().getHeader("webhook-signature")).isEqualTo("v1," + hmac(SECRET, signed));
        assertThat(body().get("title").asText()).isEqualTo(PAGE.title());
        assertThat(body().at("/links/0/address").asText()).isEqualTo("https://desk.example.com/a?x=1&y=2");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void what_is_too_long_keeps_its_title_and_links_and_never_ends_inside_a_character(Service service) {
        answers(200, service == Service.SLACK ? "ok" : "{\"errcode\":0,\"code\":0}");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            lines.add("\"👩‍👩‍👧‍👦\" 泄露 <&> " + i);
        }

        assertThat(send(service, new ChatMessage(PAGE.title(), lines, PAGE.links())))
                .isEqualTo(Delivery.DELIVERED);

        String text = sent().getBodyAsString();
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        switch (service) {
            case WECOM ->
                assertThat(body().at("/text/content").asText().getBytes(StandardCharsets.UTF_8))
                        .hasSizeBetween(1950, 2048);
            case DINGTALK -> assertThat(size).isBetween(19_900, 20_000);
            case FEISHU -> assertThat(size).isBetween(20_000, 20_480);
            case SLACK -> assertThat(body().get("text").asText()).hasSizeBetween(3950, 4000);
            case JSON -> assertThat(size).isBetween(65_000, 65_536);
        }
        assertThat(text)
                .contains("数据泄露", "https://desk.example.com/t", "\u2026")
                .doesNotContain("\uFFFD");
        // A family of four is one character of seven code points; a part of it would end in a joiner.
        assertThat(text).doesNotContain("\u200D\u2026");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WECOM    | 200 | {\"errcode\":93000,\"errmsg\":\"invalid webhook url\"} | REFUSED",
                "WECOM    | 200 | {\"errcode\":45009,\"errmsg\":\"api freq out of limit\"} | FAILED",
                "DINGTALK | 200 | {\"errcode\":300005,\"errmsg\":\"token is not exist\"} | REFUSED",
                "DINGTALK | 200 | {\"errcode\":310000,\"errmsg\":\"sign not match\"} | FAILED",
                "FEISHU   | 200 | {\"code\":19001,\"msg\":\"param invalid: incoming webhook access token invalid\"} | REFUSED",
                "FEISHU   | 200 | {\"code\":19021,\"msg\":\"sign match fail or timestamp is not within one hour\"} | FAILED",
                "FEISHU   | 400 | {\"code\":9499,\"msg\":\"Bad Request\"} | FAILED",
                "SLACK    | 404 | no_service | REFUSED",
                "SLACK    | 410 | channel_is_archived | REFUSED",
                "SLACK    | 400 | invalid_payload | FAILED",
                "SLACK    | 200 | <html>captive portal</html> | FAILED",
                "WECOM    | 200 | <html>captive portal</html> | FAILED",
                "FEISHU   | 200 | [] | FAILED",
                "DINGTALK | 200 | {\"errcode\": | FAILED",
                "WECOM    | 200 | {\"errcode\":\"zero\"} | FAILED",
                "JSON     | 302 | moved | FAILED",
            })
    void an_answer_that_is_no_yes_is_told_as_what_it_is(Service service, int status, String answer, Outcome outcome) {
        answers(status, answer);

        Delivery delivery = send(service, PAGE);

        assertThat(delivery.outcome()).isEqualTo(outcome);
        assertThat(delivery.said()).isNotBlank().doesNotContain("key=1");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void trouble_is_worth_another_attempt(Service service) {
        answers(429, "slow down");
        assertThat(send(service, PAGE).outcome()).isEqualTo(Outcome.FAILED);

        answers(500, "oops");
        assertThat(send(service, PAGE).outcome()).isEqualTo(Outcome.FAILED);

        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(20_000)));
        assertThat(send(service, PAGE)).isEqualTo(Delivery.failed("Hook room: there was no answer in time."));

        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
        assertThat(send(service, PAGE)).isEqualTo(Delivery.failed("Hook room: the connection broke."));
    }

    @Test
    void a_hook_that_is_not_in_the_settings_never_takes_anything() {
        assertThat(chat(Service.JSON).send("elsewhere", PAGE).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(chat(Service.JSON).knows("elsewhere")).isFalse();
        assertThat(chat(Service.JSON).knows("room")).isTrue();
    }

    private Delivery send(Service service, ChatMessage message) {
        return chat(service).send("room", message);
    }

    private HookChat chat(Service service) {
        ChatSettings settings = new ChatSettings(
                List.of(new Hook("room", service, URI.create(SERVER.baseUrl() + "/send?key=1"), SECRET, true)),
                Duration.ofMillis(500));
        return new HookChat(
                settings,
                List.of(
                        new WecomFormat(),
                        new DingtalkFormat(),
                        new FeishuFormat(),
                        new SlackFormat(),
                        new JsonFormat()),
                http,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void answers(int status, String body) {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    private static LoggedRequest sent() {
        return SERVER.getAllServeEvents().get(0).getRequest();
    }

    private static JsonNode body() {
        try {
            return new ObjectMapper().readTree(sent().getBody());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String hmac(String key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
