package io.watchdesk.signal;

import io.watchdesk.signal.SignalSettings.Source;
import io.watchdesk.signal.Signals.NewSignal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Notices when a source that we ask does not answer: whoever relies on it must hear that nobody watches there now. */
@Component
public class SourceHealth {

    private static final Logger LOG = LoggerFactory.getLogger(SourceHealth.class);

    private final Signals signals;
    private final SignalSettings settings;
    private final Clock clock;
    private final Map<String, Instant> failingSince = new ConcurrentHashMap<>();

    SourceHealth(Signals signals, SignalSettings settings, Clock clock) {
        this.signals = signals;
        this.settings = settings;
        this.clock = clock;
    }

    /** The source was read. */
    public void works(Source source) {
        if (failingSince.remove(source.id()) != null) {
            LOG.info("The source {} can be read again.", source.id());
        }
    }

    /**
     * The source could not be read; when that lasts, it becomes one signal.
     *
     * @param why part of a sentence
     */
    public void fails(Source source, String why) {
        Instant now = clock.instant();
        String line = CleanText.line(why, 300);
        Instant since = failingSince.putIfAbsent(source.id(), now);
        if (since == null) {
            LOG.warn("The source {} cannot be read: {}", source.id(), line);
            return;
        }
        Duration lasts = Duration.between(since, now);
        if (lasts.compareTo(settings.unreachableAfter()) >= 0) {
            signals.receive(new NewSignal(
                    source.id(),
                    "unreachable:" + since,
                    source.account(),
                    null,
                    "The source %s has not been readable for %s"
                            .formatted(source.id(), Spans.inWords(settings.unreachableAfter())),
                    "Nobody watches there now. Last reason: " + line,
                    null,
                    Map.of(),
                    now));
        }
    }
}
