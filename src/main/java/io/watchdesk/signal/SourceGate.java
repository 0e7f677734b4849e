package io.watchdesk.signal;

import io.watchdesk.signal.SignalSettings.Source;
import io.watchdesk.signal.Signals.NewSignal;
import io.watchdesk.signal.Signals.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes signals of a source within its quota. Every source has a bucket of its own, and only what has proven to come from
 * it is counted, so neither strangers nor another source can use it up. The buckets are in memory: a quota keeps a burst
 * out, and a restart or a second node at worst lets one bucket more in; that a flood is told once is kept by the database.
 */
@Service
public class SourceGate {

    private static final Logger LOG = LoggerFactory.getLogger(SourceGate.class);

    private final Signals signals;
    private final SignalSettings settings;
    private final Clock clock;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();
    private final Map<String, Long> floods = new ConcurrentHashMap<>();

    SourceGate(Signals signals, SignalSettings settings, Clock clock) {
        this.signals = signals;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stores a signal of this source; one that is known takes nothing from the quota where the sender repeats much.
     *
     * @throws OverQuota when the source has used up its quota; the flood is a signal by itself then, one a window
     */
    public Receipt receive(Source source, NewSignal signal) {
        Instant now = clock.instant();
        Duration wait = buckets.computeIfAbsent(
                        source.id(), id -> new TokenBucket(settings.quotaOf(source), settings.quotaWindow(), now))
                .take(now);
        if (wait.isZero()) {
            return signals.receive(signal);
        }
        tellFlood(source, signal, now);
        throw new OverQuota(source.id(), wait);
    }

    /** Like {@link #receive}, for senders that repeat what goes on: what is known is looked up first and costs nothing. */
    public Receipt receiveUnlessKnown(Source source, NewSignal signal) {
        return signals.find(source.id(), signal.eventId())
                .map(id -> new Receipt(id, true))
                .orElseGet(() -> receive(source, signal));
    }

    private void tellFlood(Source source, NewSignal first, Instant now) {
        long window = now.toEpochMilli() / settings.floodWindow().toMillis();
        Long told = floods.put(source.id(), window);
        if (told != null && told == window) {
            return;
        }
        try {
            Receipt receipt = signals.receive(new NewSignal(
                    source.id(),
                    "flood:" + window,
                    first.account(),
                    first.topic(),
                    "The source %s sends more than its quota of %d in %s"
                            .formatted(source.id(), settings.quotaOf(source), Spans.inWords(settings.quotaWindow())),
                    "What came beyond the quota was refused and is not stored. The first one refused: "
                            + CleanText.line(first.title(), 300),
                    first.link(),
                    Map.of(),
                    now));
            LOG.warn("The source {} sends more than its quota: signal {}.", source.id(), receipt.signalId());
        } catch (RuntimeException e) {
            floods.remove(source.id(), window);
            LOG.error("The flood of the source {} could not be stored; the next refusal tries again.", source.id(), e);
        }
    }
}
