package io.watchdesk.oncall.web;

import io.watchdesk.oncall.Duties;
import io.watchdesk.oncall.Feeds;
import io.watchdesk.oncall.calendar.ShiftCalendarWriter;
import io.watchdesk.platform.People;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The feed of a person's shifts, to which a calendar program subscribes. */
@RestController
class FeedController {

    static final Duration BACK = Duration.ofDays(30);
    static final Duration AHEAD = Duration.ofDays(120);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Duties duties;
    private final ShiftCalendarWriter writer;
    private final Feeds feeds;
    private final People people;
    private final Clock clock;
    private final String baseUrl;

    FeedController(
            Duties duties,
            ShiftCalendarWriter writer,
            Feeds feeds,
            People people,
            Clock clock,
            @Value("${watchdesk.base-url}") String baseUrl) {
        this.duties = duties;
        this.writer = writer;
        this.feeds = feeds;
        this.people = people;
        this.clock = clock;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    /** Since when the person has a feed; its address is shown only once. */
    @GetMapping("/api/oncall/feed")
    Map<String, Object> feed() {
        return Collections.singletonMap("since", feeds.since().orElse(null));
    }

    @PostMapping("/api/oncall/feed")
    Map<String, String> renew() {
        return Map.of("address", "%s/feeds/oncall/%s.ics".formatted(baseUrl, feeds.renew()));
    }

    @DeleteMapping("/api/oncall/feed")
    void revoke() {
        feeds.revoke();
    }

    /** No sign-in, because calendar programs have none; whoever has the address may read it. */
    @GetMapping("/feeds/oncall/{token}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String token) {
        Instant now = clock.instant();
        return feeds.personOf(token)
                .map(person -> answer(writer.write(
                        "On call: " + people.displayName(person),
                        duties.ofPerson(person, now.minus(BACK), now.plus(AHEAD)))))
                .orElse(ResponseEntity.notFound()
                        .header("Cache-Control", "no-store")
                        .build());
    }

    static ResponseEntity<byte[]> answer(String calendar) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header("Cache-Control", "private, no-cache")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"oncall.ics\"")
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }
}
