package io.watchdesk.signal.web;

import io.watchdesk.platform.Repeats;
import io.watchdesk.signal.Round;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A line in the log for what hooks refuse, without anything of what was sent; a flood of requests is no flood of lines. */
@Component
class Refusals implements Round.Maker {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Repeats<Kind> repeats;

    Refusals(Clock clock) {
        this.repeats = new Repeats<>(clock, Refusals::tell);
    }

    /** @param source cleaned of whatever could forge a line */
    void note(String source, int status, String why, String from) {
        repeats.note(
                new Kind(source, status, from),
                () -> LOG.warn(
                        "Hook of source \"{}\": a request from {} was refused with {}: {}", source, from, status, why));
    }

    @Override
    public List<Round> rounds() {
        return List.of(new Round("The count of refused requests", Repeats.TOGETHER, repeats::tellAll));
    }

    private static void tell(Kind kind, int more, Instant since) {
        LOG.warn(
                "Hook of source \"{}\": {} more requests from {} were refused with {} since {}.",
                kind.source,
                more,
                kind.from,
                kind.status,
                since);
    }

    private record Kind(String source, int status, String from) {}
}
