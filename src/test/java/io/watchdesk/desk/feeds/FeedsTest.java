package io.watchdesk.desk.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.DateTimeComponents;
import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.watchdesk.content.Asset;
import io.watchdesk.content.AssetRegister;
import io.watchdesk.content.Category;
import io.watchdesk.content.Version;
import io.watchdesk.publishing.Ledger;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Slot;
import io.watchdesk.review.ReviewWorld;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feeds as programs read them: calendars by biweekly, news by ROME, figures as Prometheus scrapes them. */
class FeedsTest extends ReviewWorld {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient database;

    @Autowired
    private AssetRegister assets;

    @Test
    void a_calendar_holds_what_its_person_has_in_view_under_ids_that_stay() throws Exception {
        Version version = approved("wei");
        LocalDateTime morning = LocalDateTime.ofInstant(clock.instant().plus(Duration.ofDays(3)), SHANGHAI)
                .withHour(9)
                .withMinute(30)
                .withSecond(0)
                .withNano(0);
        Publication publication =
                ledger.plan(version.pieceId(), "newsroom", version.number(), Slot.of(morning, SHANGHAI));
        Version open = written(Category.KNOWLEDGE, "Hold it like that.", "wanda");
        reviewStarts(open);
        Task task = anyReview();
        as("rita", () -> taskService.claim(task.getId(), "rita"));

        JsonNode wei = addresses("wei");
        VEvent first = event(calendar(wei), publication.id()).orElseThrow();
        assertThat(first.getDateStart().getValue().getTime())
                .isEqualTo(publication.slot().at().toEpochMilli());
        assertThat(first.getStatus().isConfirmed()).isTrue();
        assertThat(read(wei.get("calendar").asText()).text()).contains("TZID=Asia/Shanghai", "BEGIN:VTIMEZONE");

        ledger.move(publication.id(), Slot.of(morning.plusHours(2), SHANGHAI));
        VEvent moved = event(calendar(wei), publication.id()).orElseThrow();
        assertThat(moved.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(moved.getDateStart().getValue())
                .isNotEqualTo(first.getDateStart().getValue());

        ledger.drop(publication.id(), "Not this week.");
        assertThat(event(calendar(wei), publication.id())
                        .orElseThrow()
                        .getStatus()
                        .isCancelled())
                .isTrue();

        JsonNode rita = addresses("rita");
        assertThat(event(calendar(rita), "Due: Review content")).isPresent();
        assertThat(event(calendar(rita), publication.id()))
                .as("a reviewer may see the calendar of the desk")
                .isPresent();
        isMemberOf("mark", "cc-market");
        assertThat(event(calendar(addresses("mark")), publication.id()))
                .as("the publication of somebody else's piece, for one who may not")
                .isEmpty();
        assertThat(event(calendar(addresses("wei")), "Due: Review content")).isEmpty();
        isMemberOf("olga", "oncall-tier-1");
        assertThat(event(calendar(addresses("olga")), "On call: Operators on call"))
                .isPresent();
    }

    @Test
    void a_licence_that_ends_stands_in_the_calendar_on_its_last_day() throws Exception {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", picture);
        LocalDate last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(40);
        as(
                "wei",
                () -> assets.add(
                        version.pieceId(),
                        Asset.Kind.IMAGE,
                        "knife.png",
                        picture.toByteArray(),
                        new Asset.Rights(
                                "Agency", "The agency", "L-1", "Everywhere", Set.of(), null, last, null, null, null)));

        VEvent end =
                event(calendar(addresses("wei")), "Licence ends: knife.png").orElseThrow();

        assertThat(end.getDateStart().getValue().hasTime()).isFalse();
        DateTimeComponents day = end.getDateStart().getValue().getRawComponents();
        assertThat(LocalDate.of(day.getYear(), day.getMonth(), day.getDate())).isEqualTo(last);
    }

    @Test
    void news_tell_what_was_published_to_whoever_may_see_it() throws Exception {
        Version version = approved("wei");
        Publication publication = ledger.plan(
                version.pieceId(),
                "newsroom",
                version.number(),
                Slot.of(LocalDateTime.ofInstant(clock.instant(), SHANGHAI), SHANGHAI));
        database.sql("update publication set state = 'PUBLISHED', link = 'https://example.com/knife', published_at = ?"
                        + " where id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), publication.id())
                .update();

        SyndFeed news = news(addresses("wei"));
        assertThat(news.getFeedType()).isEqualTo("atom_1.0");
        SyndEntry entry = news.getEntries().stream()
                .filter(each -> "https://example.com/knife".equals(each.getLink()))
                .findFirst()
                .orElseThrow();
        assertThat(entry.getTitle()).isEqualTo("How to hold a knife");
        assertThat(entry.getUri()).startsWith("urn:uuid:");
        isMemberOf("mark", "cc-market");
        assertThat(news(addresses("mark")).getEntries())
                .extracting(SyndEntry::getLink)
                .doesNotContain("https://example.com/knife");
    }

    @Test
    void an_address_is_worth_nothing_without_its_token_and_after_it_was_renewed() {
        JsonNode old = addresses("wei");
        assertThat(read(old.get("calendar").asText()).status()).isEqualTo(200);
        JsonNode renewed = addresses("wei");

        assertThat(read(old.get("calendar").asText()).status()).isEqualTo(404);
        assertThat(read(old.get("published").asText()).status()).isEqualTo(404);
        assertThat(read("/feeds/calendar/made-up.ics").status()).isEqualTo(404);
        TasklistClient wei = TasklistClient.login(root(), "wei", "wei");
        assertThat(wei.delete("/api/desk/feeds").status()).isEqualTo(200);
        assertThat(read(renewed.get("published").asText()).status()).isEqualTo(404);
        assertThat(new TasklistClient(root()).get("/api/desk/feeds").status()).isEqualTo(401);
    }

    @Test
    void prometheus_scrapes_engine_line_and_ladder_with_its_token_only() {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        reviewStarts(version);

        assertThat(scraped(null).status()).isEqualTo(401);
        assertThat(scraped("Bearer wrong").status()).isEqualTo(401);
        Answer answer = scraped("Bearer a-token-for-the-scrapes-of-tests");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("text/plain");
        assertThat(answer.text())
                .contains("watchdesk_tasks_open{process=\"content-review\"} 1.0")
                .contains("watchdesk_instances{process=\"content-review\"} 1.0")
                .contains("watchdesk_jobs_exhausted 0.0")
                .contains("# TYPE watchdesk_crises_unacknowledged_seconds gauge")
                .contains("# HELP watchdesk_publications_late")
                .contains("jvm_memory_used_bytes");
    }

    private Version approved(String writer) {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", writer);
        reviewStarts(version);
        signsOff("rita", version, "approved");
        return version;
    }

    private Answer scraped(String authorization) {
        return new TasklistClient(root())
                .send(
                        "GET",
                        "/metrics",
                        null,
                        BodyPublishers.noBody(),
                        authorization == null ? Map.of() : Map.of("Authorization", authorization));
    }

    private JsonNode addresses(String person) {
        return TasklistClient.login(root(), person, person)
                .post("/api/desk/feeds", Map.of())
                .json();
    }

    private ICalendar calendar(JsonNode addresses) {
        return Biweekly.parse(read(addresses.get("calendar").asText()).text()).first();
    }

    private SyndFeed news(JsonNode addresses) throws Exception {
        return new SyndFeedInput()
                .build(new StringReader(
                        read(addresses.get("published").asText()).text()));
    }

    /** As a program that is not signed in. */
    private Answer read(String address) {
        return new TasklistClient(root()).get(address.replaceFirst("^https?://[^/]+", ""));
    }

    private static Optional<VEvent> event(ICalendar calendar, String title) {
        List<VEvent> events = calendar.getEvents();
        return events.stream()
                .filter(event ->
                        (event.getSummary().getValue() + event.getDescription().getValue()).contains(title))
                .findFirst();
    }

    private URI root() {
        return URI.create("http://localhost:" + port);
    }
}
