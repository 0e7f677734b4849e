package io.watchdesk.platform.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.watchdesk.platform.OutgoingHttp.Answer;
import io.watchdesk.platform.OutgoingHttp.Call;
import io.watchdesk.platform.OutgoingHttp.NotAnswered;
import io.watchdesk.platform.OutgoingSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardedHttpTest {

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
    void what_is_sent_arrives_and_every_status_is_an_answer() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(418).withBody("茶壶 🍵")));

        Answer answer = http.call(call("POST", "/hook?key=1", true, Duration.ofSeconds(5)));

        assertThat(answer).isEqualTo(new Answer(418, "茶壶 🍵"));
        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/hook?key=1"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(equalTo("{\"春\":1}")));
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() {
        SERVER.stubFor(
                any(urlEqualTo("/hook")).willReturn(aResponse().withStatus(302).withHeader("Location", "/other")));

        assertThat(http.call(call("POST", "/hook", true, Duration.ofSeconds(5))).status())
                .isEqualTo(302);

        SERVER.verify(0, getRequestedFor(urlEqualTo("/other")));
    }

    @Test
    void an_unavailable_server_is_asked_once() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));

        assertThat(http.call(call("GET", "/", true, Duration.ofSeconds(5))).status())
                .isEqualTo(503);

        SERVER.verify(1, getRequestedFor(urlEqualTo("/")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost", "http://127.0.0.1", "http://[::1]", "http://2130706433", "http://0x7f.1"})
    void nothing_inside_is_called_up_without_leave(String host) {
        assertThatThrownBy(() -> http.call(new Call(
                        "GET",
                        URI.create(host + ":" + SERVER.getPort() + "/"),
                        Map.of(),
                        new byte[0],
                        false,
                        Duration.ofSeconds(5))))
                .isInstanceOf(NotAnswered.class);

        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }

    @Test
    void a_slow_answer_ends_in_time() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(20_000)));

        fails("/", Duration.ofMillis(300), "there was no answer in time");
    }

    @Test
    void an_answer_that_drips_ends_in_time() {
        SERVER.stubFor(
                any(anyUrl()).willReturn(aResponse().withBody("x".repeat(100)).withChunkedDribbleDelay(100, 20_000)));

        fails("/", Duration.ofMillis(700), "there was no answer in time");
    }

    @Test
    void half_an_answer_is_none() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
        fails("/", Duration.ofSeconds(5), "the connection broke");

        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        fails("/", Duration.ofSeconds(5), "the connection broke");

        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        fails("/", Duration.ofSeconds(5), "the connection broke");
    }

    @Test
    void nobody_at_home_is_told_without_the_address() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThatThrownBy(() -> http.call(new Call(
                        "GET",
                        URI.create("http://localhost:" + closed + "/?key=secret"),
                        Map.of(),
                        new byte[0],
                        true,
                        Duration.ofSeconds(5))))
                .isInstanceOf(NotAnswered.class)
                .hasMessage("the connection was refused");
    }

    @Test
    void a_long_answer_is_read_up_to_its_limit() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("x".repeat(1_000_000))));

        assertThat(http.call(call("GET", "/", true, Duration.ofSeconds(5))).body())
                .hasSize(64 * 1024);
    }

    private void fails(String path, Duration within, String sentence) {
        assertThatThrownBy(() -> http.call(call("GET", path, true, within)))
                .isInstanceOf(NotAnswered.class)
                .hasMessage(sentence);
    }

    private static Call call(String method, String path, boolean inside, Duration within) {
        return new Call(
                method,
                URI.create(SERVER.baseUrl() + path),
                Map.of("Content-Type", "application/json"),
                "{\"春\":1}".getBytes(StandardCharsets.UTF_8),
                inside,
                within);
    }
}
