package io.watchdesk.signal.feed;

import io.watchdesk.platform.OutgoingHttp;
import io.watchdesk.platform.OutgoingHttp.Document;
import io.watchdesk.platform.OutgoingHttp.NotAnswered;
import io.watchdesk.signal.OverQuota;
import io.watchdesk.signal.Round;
import io.watchdesk.signal.SignalSettings;
import io.watchdesk.signal.SignalSettings.Feed;
import io.watchdesk.signal.SignalSettings.Source;
import io.watchdesk.signal.Signals.NewSignal;
import io.watchdesk.signal.SourceGate;
import io.watchdesk.signal.SourceHealth;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Reads watched feeds: every new entry that contains a keyword is a signal. */
@Component
class FeedWatch implements Round.Maker {

    private static final int LARGEST_FEED = 4 * 1024 * 1024;
    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final SignalSettings settings;
    private final SourceGate gate;
    private final SourceHealth health;
    private final OutgoingHttp http;
    private final Clock clock;

    /** What the server said to ask with next time, by source; a restart asks for the whole feed once more. */
    private final Map<String, Map<String, String>> conditions = new ConcurrentHashMap<>();

    FeedWatch(SignalSettings settings, SourceGate gate, SourceHealth health, OutgoingHttp http, Clock clock) {
        this.settings = settings;
        this.gate = gate;
        this.health = health;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public List<Round> rounds() {
        return settings.sources().stream()
                .filter(source -> source.feed() != null)
                .map(source ->
                        new Round("The feed " + source.id(), source.feed().every(), () -> look(source)))
                .toList();
    }

    /** Takes in what is new now. */
    void look(Source source) {
        try {
            Document document = http.fetch(
                    source.feed().url(), headers(source), source.feed().privateNetwork(), WITHIN, LARGEST_FEED);
            if (document.status() == 200) {
                String type = document.headers().get("content-type");
                take(source, FeedReader.read(document.body(), type));
                conditions.put(source.id(), conditions(document));
            } else if (document.status() != 304) {
                throw new IOException(refusal(document));
            }
            health.works(source);
        } catch (OverQuota over) {
            // The next time asks for the whole feed again, and what is known is skipped.
            health.works(source);
        } catch (NotAnswered | IOException e) {
            health.fails(source, e.getMessage());
        }
    }

    private void take(Source source, List<FeedReader.Entry> entries) {
        Feed feed = source.feed();
        Keywords keywords = new Keywords(feed.keywords());
        Instant oldest = clock.instant().minus(feed.maxAge());
        for (FeedReader.Entry entry : entries) {
            Set<String> found = keywords.in(entry.title() + "\n" + entry.text());
            if (!found.isEmpty() && (entry.at() == null || entry.at().isAfter(oldest))) {
                gate.receiveUnlessKnown(
                        source,
                        new NewSignal(
                                source.id(),
                                entry.id(),
                                source.account(),
                                source.topic() == null ? found.iterator().next() : source.topic(),
                                entry.title(),
                                "Found: %s\n\n%s".formatted(String.join(", ", found), entry.text()),
                                entry.link(),
                                Map.of(),
                                entry.at()));
            }
        }
    }

    /** Where a server sends us is not where the settings sent us; a feed that has moved is for the settings to follow. */
    private static String refusal(Document document) {
        String location = document.headers().get("location");
        return document.status() / 100 == 3 && location != null
                ? "it has moved, which is not followed; if this is right, set the new address: " + location
                : "it answers with status " + document.status();
    }

    private Map<String, String> headers(Source source) {
        Map<String, String> headers = new HashMap<>(conditions.getOrDefault(source.id(), Map.of()));
        headers.put("Accept", "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8");
        return headers;
    }

    private static Map<String, String> conditions(Document document) {
        Map<String, String> conditions = new HashMap<>();
        Map.of("etag", "If-None-Match", "last-modified", "If-Modified-Since").forEach((said, asks) -> {
            String value = document.headers().get(said);
            if (value != null && value.length() <= 1000) {
                conditions.put(asks, value);
            }
        });
        return conditions;
    }
}
