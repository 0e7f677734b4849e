package io.watchdesk.desk.feeds.web;

import io.watchdesk.desk.feeds.HouseFeeds;
import io.watchdesk.oncall.Feeds;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The feeds of a person: calendar of everything, calendar of shifts, and what was published. One token opens all three. */
@RestController
class HouseFeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final Feeds tokens;
    private final HouseFeeds feeds;
    private final String baseUrl;

    HouseFeedController(Feeds tokens, HouseFeeds feeds, @Value("${watchdesk.base-url}") String baseUrl) {
        this.tokens = tokens;
        this.feeds = feeds;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /** Since when the person has feeds; their addresses are shown only once. */
    @GetMapping("/api/desk/feeds")
    Map<String, Object> since() {
        Map<String, Object> answer = new HashMap<>();
        answer.put("since", tokens.since().orElse(null));
        return answer;
    }

    /** New addresses; the old ones are worthless from now on. */
    @PostMapping("/api/desk/feeds")
    Addresses renew() {
        String token = tokens.renew();
        return new Addresses(calendar(token), "%s/feeds/oncall/%s.ics".formatted(baseUrl, token), published(token));
    }

    /** Makes the addresses worthless. */
    @DeleteMapping("/api/desk/feeds")
    void revoke() {
        tokens.revoke();
    }

    /** No sign-in, because calendar programs have none; whoever has the address may read it. */
    @GetMapping("/feeds/calendar/{token}.ics")
    ResponseEntity<byte[]> readCalendar(@PathVariable String token) {
        return tokens.personOf(token)
                .map(person -> answer(CALENDAR, feeds.calendar(person), "watchdesk.ics"))
                .orElseGet(HouseFeedController::nothing);
    }

    /** The same for readers of news. */
    @GetMapping("/feeds/published/{token}.atom")
    ResponseEntity<byte[]> readPublished(@PathVariable String token) {
        return tokens.personOf(token)
                .map(person -> answer(ATOM, feeds.published(person, published(token)), "published.atom"))
                .orElseGet(HouseFeedController::nothing);
    }

    private String calendar(String token) {
        return "%s/feeds/calendar/%s.ics".formatted(baseUrl, token);
    }

    private String published(String token) {
        return "%s/feeds/published/%s.atom".formatted(baseUrl, token);
    }

    private static ResponseEntity<byte[]> nothing() {
        return ResponseEntity.notFound().header("Cache-Control", "no-store").build();
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String text, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Cache-Control", "private, no-cache")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What to enter in a calendar program and in a reader of news. */
    record Addresses(String calendar, String shifts, String published) {}
}
