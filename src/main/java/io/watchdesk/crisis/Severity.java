package io.watchdesk.crisis;

import io.watchdesk.platform.Decisions;
import io.watchdesk.platform.Outcomes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Rates by the decision tables {@code crisis-severity}, {@code crisis-severity-reasons} and {@code crisis-history}. */
@Component
public class Severity {

    private static final String LEVEL = "level";
    private static final String REASON = "reason";
    private static final int MONTHS = 12;

    /** Stands in the place of the level when nobody can say it: what cannot be rated is never taken for harmless. */
    private static final String UNRATED =
            "The decision table %s gives no level for these facts, so it counts as red until somebody rates it.";

    private static final Logger LOG = LoggerFactory.getLogger(Severity.class);

    private final Decisions decisions;
    private final CrisisBook book;
    private final Clock clock;

    Severity(Decisions decisions, CrisisBook book, Clock clock) {
        this.decisions = decisions;
        this.book = book;
        this.clock = clock;
    }

    /**
     * The level of these facts, with the reasons, the gravest first. Tables that were changed and do not answer any more, or
     * not with a level, make it red.
     */
    public Rating rate(Facts facts) {
        Map<String, Object> inputs = inputs(facts);
        List<String> reasons = new ArrayList<>();
        int rank = first("crisis-severity", inputs)
                .map(hit -> number(hit.get(LEVEL)))
                .orElse(0);
        if (Level.BLUE.rank() > rank || rank > Level.RED.rank()) {
            LOG.error("The decision table crisis-severity has no level for {}.", inputs);
            reasons.add(UNRATED.formatted("crisis-severity"));
            rank = Level.RED.rank();
        }
        Map<String, Object> history = first("crisis-history", inputs).orElse(Map.of());
        int higher = Math.max(0, number(history.get("levels")));
        if (higher > 0) {
            reasons.add(sentence(history.get(REASON)));
        }
        decisions.evaluate("crisis-severity-reasons", inputs).stream()
                .sorted(Comparator.comparingInt((Map<String, Object> hit) -> -number(hit.get(LEVEL))))
                .forEach(hit -> reasons.add(sentence(hit.get(REASON))));
        return new Rating(Level.ofRank(Math.min(Level.RED.rank(), rank + higher)), List.copyOf(reasons));
    }

    private Optional<Map<String, Object>> first(String decision, Map<String, Object> inputs) {
        return decisions.evaluate(decision, inputs).stream().findFirst();
    }

    /** Whether a crisis of this topic was opened within the last twelve months. */
    public boolean repeated(String topic) {
        return book.topicSince(
                topic,
                clock.instant().atZone(ZoneOffset.UTC).minusMonths(MONTHS).toInstant());
    }

    private static Map<String, Object> inputs(Facts facts) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("mentionsRatio", facts.mentionsRatio());
        inputs.put("hotSearch", facts.hotSearch());
        inputs.put("negativeShare", facts.negativeShare());
        inputs.put("carrier", text(facts.carrier()));
        inputs.put("platforms", facts.platforms());
        inputs.put("harm", text(facts.harm()));
        inputs.put("accountState", text(facts.accountState()));
        inputs.put("legal", text(facts.legal()));
        inputs.put("cluster", text(facts.cluster()));
        inputs.put("repeated", facts.repeated());
        return inputs;
    }

    private static String text(Enum<?> value) {
        return value == null ? null : Outcomes.text(value);
    }

    /** Zero for what is no number, which is no level. */
    private static int number(Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    private static String sentence(Object value) {
        return value == null ? "" : value.toString();
    }

    /**
     * A level and why.
     *
     * @param reasons sentences, the gravest first
     */
    public record Rating(Level level, List<String> reasons) {}
}
