package io.watchdesk.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Asset;
import io.watchdesk.publishing.Answer;
import io.watchdesk.publishing.Channel;
import io.watchdesk.publishing.Channels;
import io.watchdesk.publishing.LookUp;
import io.watchdesk.publishing.Order;
import io.watchdesk.testing.ApplicationSpecification;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** The embedded site over real HTTP. */
class SiteTest extends ApplicationSpecification {

    private static final AtomicInteger NUMBERS = new AtomicInteger(900_000);
    private static final String ANY_SCRIPT =
            "  两个空格 <script>alert('x')</script> & \"q\"\n\n\tשלום עולם\nمرحبا 😀👩‍👩‍👧 𠮷 https://example.com/a?b=1&c=2。末尾  ";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private Channels channels;

    @Autowired
    private Accounts accounts;

    private Channel site;

    @BeforeEach
    void theTimeIsFixed() {
        theTimeIs(Instant.parse("2026-03-02T08:00:00Z"));
        site = channels.of("newsroom");
    }

    @Test
    void a_page_shows_exactly_what_was_approved() throws Exception {
        String body = ANY_SCRIPT + "长".repeat(50_000 - ANY_SCRIPT.length());
        String path = path(site.publish(order("标题 <b>bold</b> & 😀", body, null)));

        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        String html = page.body();
        assertThat(textOf(html, "<div class=\"body\"")).isEqualTo(body);
        assertThat(textOf(html, "<h1 class=\"title\"")).isEqualTo("标题 <b>bold</b> & 😀");
        assertThat(html)
                .doesNotContain("<script")
                .contains("href=\"https://example.com/a?b=1&amp;c=2\"")
                .contains("rel=\"noopener noreferrer external\"")
                .contains("2 March 2026, 16:00 (Asia/Shanghai)")
                .doesNotContain("href=\"javascript:");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
    }

    @Test
    void a_page_that_did_not_change_is_not_sent_again() throws Exception {
        String path = path(site.publish(order("T", "Body", null)));
        String tag = get(path).headers().firstValue("ETag").orElseThrow();

        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void the_ai_label_is_shown() throws Exception {
        String path = path(site.publish(order("T", "Body", "AI took part · 含 AI 生成内容")));

        assertThat(get(path).body()).contains("AI took part · 含 AI 生成内容");
    }

    @Test
    void the_same_order_makes_one_post_and_is_found() {
        Order order = order("T", "Body", null);
        assertThat(site.lookUp(order)).isInstanceOf(LookUp.Absent.class);
        Answer first = site.publish(order);

        assertThat(((Answer.Done) site.publish(order)).link()).isEqualTo(((Answer.Done) first).link());
        assertThat(site.lookUp(order)).isInstanceOf(LookUp.Found.class);
    }

    @Test
    void a_correction_keeps_link_and_feed_id_and_is_shown() throws Exception {
        Order order = order("First", "Wrong number: 1", null);
        Answer.Done first = (Answer.Done) site.publish(order);
        String id = entry(feed(), first.link()).getUri();
        theTimeIs(Instant.parse("2026-03-02T09:30:00Z"));
        Order correction = order("Second", "Right number: 2", null);

        Answer.Done corrected = (Answer.Done) site.update(correction, first.remoteId());
        site.update(correction, first.remoteId());

        assertThat(corrected.link()).isEqualTo(first.link());
        assertThat(get(path(first)).body())
                .contains("Right number: 2")
                .doesNotContain("Wrong number")
                .contains("Corrected on")
                .contains("2 March 2026, 17:30 (Asia/Shanghai)");
        var entry = entry(feed(), first.link());
        assertThat(entry.getUri()).isEqualTo(id);
        assertThat(entry.getTitle()).isEqualTo("Second");
        assertThat(entry.getUpdatedDate().toInstant()).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
        assertThat(entry.getPublishedDate().toInstant()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    }

    @Test
    void a_post_that_was_taken_down_is_gone_everywhere() throws Exception {
        Answer.Done post = (Answer.Done) site.publish(order("Gone", "Secret words", null));
        site.takeDown(post.remoteId(), "Wrong.");
        site.takeDown(post.remoteId(), "Wrong.");

        HttpResponse<String> page = get(path(post));
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("This post was taken down").doesNotContain("Secret words", "Gone");
        assertThat(get("/site/newsroom").body()).doesNotContain(post.remoteId());
        assertThat(feed().getEntries()).noneMatch(entry -> entry.getLink().equals(post.link()));
        assertThat(site.update(order("T", "B", null), post.remoteId())).isInstanceOf(Answer.Refusal.class);
    }

    @Test
    void what_does_not_exist_says_so() throws Exception {
        String id = ((Answer.Done) site.publish(order("T", "B", null))).remoteId();

        assertThat(get("/site/nobody").statusCode()).isEqualTo(404);
        assertThat(get("/site/newsroom/P-1").statusCode()).isEqualTo(404);
        assertThat(get("/site/london/" + id).statusCode()).isEqualTo(404);
        assertThat(get("/site/media/A-unknown").statusCode()).isEqualTo(404);
        assertThat(get("/site/weibo").statusCode()).isEqualTo(404);
        assertThat(get("/site").body()).contains("Newsroom").contains("London blog");
        assertThat(get("/site/style.css").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/css");
    }

    @Test
    void the_feed_survives_characters_that_xml_forbids() throws Exception {
        Answer.Done post = (Answer.Done) site.publish(order("Bell \u0007 rings ]]> & <b>", "a\u0001b 😀", null));

        var entry = entry(feed(), post.link());
        assertThat(entry.getTitle()).isEqualTo("Bell  rings ]]> & <b>");
        assertThat(entry.getContents().get(0).getValue()).contains("ab 😀");
    }

    private Order order(String title, String body, String aiLabel) {
        int number = NUMBERS.incrementAndGet();
        return new Order(
                "P-" + number,
                "key-" + number,
                "C-" + number,
                1,
                accounts.require("newsroom"),
                title,
                body,
                List.of("https://example.com/more", "javascript:alert(1)"),
                List.<Asset>of(),
                aiLabel);
    }

    private static String path(Answer answer) {
        String link = ((Answer.Done) answer).link();
        return link.substring(link.indexOf("/site/"));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private SyndFeed feed() throws Exception {
        HttpResponse<String> answer = get("/site/newsroom/feed.atom");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        return new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8))));
    }

    private static com.rometools.rome.feed.synd.SyndEntry entry(SyndFeed feed, String link) {
        return feed.getEntries().stream()
                .filter(entry -> entry.getLink().equals(link))
                .findFirst()
                .orElseThrow();
    }

    /** The characters inside an element that holds nothing but text and links. */
    private static String textOf(String html, String start) {
        int from = html.indexOf('>', html.indexOf(start)) + 1;
        String closing = start.startsWith("<div") ? "</div>" : "</h1>";
        return HtmlUtils.htmlUnescape(
                html.substring(from, html.indexOf(closing, from)).replaceAll("</?a[^>]*>", ""));
    }
}
