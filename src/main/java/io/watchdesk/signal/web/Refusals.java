package io.watchdesk.signal.web;

import io.watchdesk.signal.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A line in the log for what hooks refuse, without anything of what was sent. The first of a kind is told at once; more of
 * the same within a minute are counted and told together, so that a flood of requests is no flood of lines.
 */
@Component
class Refusals implements Round.Maker {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration TOGETHER = Duration.ofMinutes(1);
    private static final int MOST_KINDS = 1000;

    private final Clock clock;
    private final Map<Kind, Since> kinds = new LinkedHashMap<>();

    Refusals(Clock clock) {
        this.clock = clock;
    }

    /** @param source cleaned of whatever could forge a line */
    synchronized void note(String source, int status, String why, String from) {
        Instant now = clock.instant();
        Kind kind = new Kind(source, status, from);
        Since since = kinds.get(kind);
        if (since != null && Duration.between(since.start, now).abs().compareTo(TOGETHER) < 0) {
            since.more++;
            return;
        }
        if (since == null && kinds.size() >= MOST_KINDS) {
            tellAll();
        }
        tell(kind, kinds.remove(kind));
        kinds.put(kind, new Since(now));
        LOG.warn("Hook of source \"{}\": a request from {} was refused with {}: {}", source, from, status, why);
    }

    @Override
    public List<Round> rounds() {
        return List.of(new Round("The count of refused requests", TOGETHER, this::tellAll));
    }

    /** Tells what was only counted so far. */
    synchronized void tellAll() {
        kinds.forEach(Refusals::tell);
        kinds.clear();
    }

    private static void tell(Kind kind, Since since) {
        if (since != null && since.more > 0) {
            LOG.warn(
                    "Hook of source \"{}\": {} more requests from {} were refused with {} since {}.",
                    kind.source,
                    since.more,
                    kind.from,
                    kind.status,
                    since.start);
        }
    }

    private record Kind(String source, int status, String from) {}

    private static final class Since {

        private final Instant start;
        private int more;

        Since(Instant start) {
            this.start = start;
        }
    }
}
