package io.watchdesk.signal.feed;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.watchdesk.signal.Signal;
import io.watchdesk.signal.SignalSettings.Feed;
import io.watchdesk.signal.SignalSettings.Source;
import io.watchdesk.signal.Signals;
import io.watchdesk.signal.StandInAssessment;
import io.watchdesk.testing.ProcessSpecification;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class FeedWatchTest extends ProcessSpecification {

    @Autowired
    private FeedWatch watch;

    @Autowired
    private Signals signals;

    @Autowired
    private JdbcClient database;

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("0.0.0.0"));
    private StandInAssessment assessment;
    private Source source;

    @BeforeEach
    void a_feed() {
        assessment = new StandInAssessment(repositoryService, runtimeService);
        server.start();
        source = source(address("/feed"), true);
    }

    @AfterEach
    void no_feed() {
        server.stop();
        assessment.close();
    }

    @Test
    void each_entry_of_an_rss_feed_with_a_keyword_is_one_signal() {
        Instant at = clock.instant().minusSeconds(3600);
        server.stubFor(get("/feed")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/rss+xml")
                        .withBody(rss(item("1", "保溫杯召回", "Thousands of <b>flasks</b> &amp; cups", at)
                                + item("2", "Weather", "Sunny", at)
                                + item("3", "About FLASKS", "no", at)
                                + item("4", "Another RECALL", "ｒｅｃａｌｌ and 保温杯", at)
                                + item("5", "recall", "too old", at.minus(Duration.ofDays(3)))))));

        watch.look(source);
        watch.look(source);

        List<Signal> received = received(source);
        assertThat(received).extracting(Signal::title).containsExactlyInAnyOrder("保溫杯召回", "Another RECALL");
        assertThat(received)
                .filteredOn(signal -> signal.title().equals("保溫杯召回"))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal)
                            .returns("urn:entry:1", Signal::eventId)
                            .returns("保温杯", Signal::topic)
                            .returns("https://news.example/1", Signal::link);
                    assertThat(signal.text()).isEqualTo("Found: 保温杯\n\nThousands of flasks & cups");
                    assertThat(signal.occurredAt()).isBetween(at.minusSeconds(1), at);
                    assertThat(assessment.open(signal.id())).isOne();
                });
    }

    @Test
    void atom_and_other_charsets_are_read_too() {
        Instant at = clock.instant().minusSeconds(60);
        Source chinese = source(address("/gbk"), true);
        server.stubFor(get("/feed")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/atom+xml; charset=utf-8")
                        .withBody("""
                        <?xml version="1.0" encoding="utf-8"?>
                        <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:feed</id>
                        <entry><id>urn:a</id><title type="html">A &lt;i&gt;recall&lt;/i&gt;</title>
                        <link href="https://news.example/a"/><updated>%s</updated>
                        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>All of it</p></div></content>
                        </entry></feed>""".formatted(at))));
        server.stubFor(get("/gbk")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/xml")
                        .withBody(rss(item("g", "保温杯", "漏水", at))
                                .replace("UTF-8", "GBK")
                                .getBytes(Charset.forName("GBK")))));

        watch.look(source);
        watch.look(chinese);

        assertThat(received(source)).singleElement().satisfies(signal -> {
            assertThat(signal).returns("A recall", Signal::title).returns("urn:a", Signal::eventId);
            assertThat(signal.text()).contains("All of it");
        });
        assertThat(received(chinese)).extracting(Signal::title).containsExactly("保温杯");
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        server.stubFor(get("/feed")
                .withHeader("If-None-Match", absent())
                .willReturn(aResponse()
                        .withHeader("ETag", "\"v1\"")
                        .withHeader("Last-Modified", "Sat, 21 Nov 2026 10:00:00 GMT")
                        .withBody(rss(item("1", "recall", "x", clock.instant())))));
        server.stubFor(get("/feed")
                .withHeader("If-None-Match", equalTo("\"v1\""))
                .willReturn(aResponse().withStatus(304)));

        watch.look(source);
        watch.look(source);

        server.verify(
                1,
                getRequestedFor(urlEqualTo("/feed"))
                        .withHeader("If-None-Match", equalTo("\"v1\""))
                        .withHeader("If-Modified-Since", equalTo("Sat, 21 Nov 2026 10:00:00 GMT")));
        assertThat(received(source)).hasSize(1);
    }

    @Test
    void a_redirect_is_told_and_not_followed_and_nothing_inside_is_called_without_leave() {
        server.stubFor(get("/moved").willReturn(aResponse().withBody(rss(item("1", "recall", "x", clock.instant())))));
        for (String location : List.of(
                "/moved", "http://127.0.0.2:%d/moved".formatted(server.port()), "file:///etc/passwd", "http://[")) {
            server.stubFor(get("/feed").willReturn(aResponse().withStatus(301).withHeader("Location", location)));
            Source moved = source(address("/feed"), true);
            cannotBeRead(moved);
            assertThat(received(moved))
                    .extracting(Signal::text)
                    .singleElement()
                    .asString()
                    .contains(location);
        }
        server.verify(0, getRequestedFor(urlEqualTo("/moved")));
        // Without the settings' leave, not even the first address may be inside.
        cannotBeRead(source(address("/moved"), false));
        cannotBeRead(source(URI.create("http://localhost:%d/moved".formatted(server.port())), false));
        cannotBeRead(source(URI.create("http://[::ffff:127.0.0.1]:%d/moved".formatted(server.port())), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no feed",
                "<html><body>recall</body></html>",
                "<rss version=\"2.0\"><channel><item><title>recall",
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><title>t</title>"
                        + "<item><title>recall &x;</title></item></channel></rss>"
            })
    void what_is_no_feed_is_no_signal_and_is_noticed(String body) {
        server.stubFor(get("/feed").willReturn(aResponse().withBody(body)));

        cannotBeRead(source);
    }

    @Test
    void neither_a_huge_feed_nor_an_error_does_harm() {
        byte[] huge = ("<rss version=\"2.0\"><channel><title>" + "x".repeat(5 * 1024 * 1024))
                .getBytes(StandardCharsets.UTF_8);
        server.stubFor(get("/huge").willReturn(aResponse().withBody(huge)));
        server.stubFor(get("/error").willReturn(aResponse().withStatus(503)));

        cannotBeRead(source(address("/huge"), true));
        cannotBeRead(source(address("/error"), true));
        cannotBeRead(source(URI.create("http://127.0.0.1:1/feed"), true));
    }

    @Test
    void a_word_is_found_however_it_is_written_but_not_inside_another() {
        Keywords words = new Keywords(List.of("ban", "保温杯", "Recall", "A-1"));

        assertThat(words.in("A BAN on 保溫杯, ＲＥＣＡＬＬ of a-1!")).containsExactlyInAnyOrder("ban", "保温杯", "Recall", "A-1");
        assertThat(words.in("urban bands recalled a-12")).isEmpty();
        assertThat(words.in("禁ban令, 新保温杯子")).containsExactlyInAnyOrder("ban", "保温杯");
        assertThat(words.in("")).isEmpty();
    }

    /** After half an hour it is a signal by itself, which says why. */
    private void cannotBeRead(Source unread) {
        watch.look(unread);
        timePasses(Duration.ofMinutes(30));
        watch.look(unread);
        assertThat(received(unread))
                .extracting(Signal::title)
                .containsExactly("The source %s has not been readable for 30 minutes".formatted(unread.id()));
    }

    private List<Signal> received(Source from) {
        return database
                .sql("select id from signal where source = ? order by received_at, id")
                .param(from.id())
                .query(String.class)
                .list()
                .stream()
                .map(signals::get)
                .toList();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path));
    }

    private static Source source(URI url, boolean inside) {
        return new Source(
                "feed-" + UUID.randomUUID().toString().substring(0, 8),
                null,
                null,
                null,
                null,
                null,
                null,
                new Feed(url, List.of("保温杯", "recall"), Duration.ofMinutes(5), Duration.ofDays(2), inside));
    }

    private static String rss(String items) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>News</title>"
                + "<link>https://news.example</link><description>d</description>" + items + "</channel></rss>";
    }

    private static String item(String id, String title, String text, Instant at) {
        return "<item><guid isPermaLink=\"false\">urn:entry:%s</guid><title>%s</title><link>https://news.example/%s</link>"
                        .formatted(id, title, id)
                + "<description><![CDATA[%s]]></description><pubDate>%s</pubDate></item>"
                        .formatted(text, DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
    }
}
