package io.watchdesk.escalation;

import io.watchdesk.crisis.Level;
import io.watchdesk.platform.Decisions;
import io.watchdesk.platform.Outcomes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the decision table {@code escalation-ladder}. A hole in it never stops a ladder: a level without rows climbs as
 * red, a tier without a row has nobody on call.
 */
@Component
class LadderTable {

    private static final Logger LOG = LoggerFactory.getLogger(LadderTable.class);
    private static final String DECISION = "escalation-ladder";
    /** Only where the table has no rows at all. */
    private static final Duration LAST_RESORT = Duration.ofMinutes(5);

    private static final int HALF = 50;

    private final Decisions decisions;

    LadderTable(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The tiers of a level, the first to the last. */
    List<Tier> of(Level level) {
        List<Map<String, Object>> rows = rows(level);
        if (rows.isEmpty() && level != Level.RED) {
            LOG.error("The table {} has no rows for {}; the ladder climbs as red.", DECISION, level);
            rows = rows(Level.RED);
        }
        List<Map<String, Object>> known = rows;
        return IntStream.rangeClosed(1, Tier.LAST)
                .mapToObj(number -> tier(known, number))
                .toList();
    }

    Tier tier(Level level, int number) {
        return of(level).get(number - 1);
    }

    /** The highest tier that this level calls at once. */
    int demanded(Level level) {
        return of(level).stream()
                .filter(Tier::pagedAtStart)
                .mapToInt(Tier::number)
                .max()
                .orElse(1);
    }

    private List<Map<String, Object>> rows(Level level) {
        return decisions.lookUp(DECISION, Map.of("crisisLevel", Outcomes.text(level)));
    }

    private static Tier tier(List<Map<String, Object>> rows, int number) {
        return row(rows, number)
                .map(row -> tier(number, row))
                .or(() -> rows.stream().findFirst().map(row -> withoutRota(tier(number, row))))
                .orElseGet(() -> new Tier(number, null, number == 1, LAST_RESORT, HALF, 1, LAST_RESORT));
    }

    private static Optional<Map<String, Object>> row(List<Map<String, Object>> rows, int number) {
        return rows.stream()
                .filter(row -> row.get("tier") instanceof Number tier && tier.intValue() == number)
                .findFirst();
    }

    private static Tier tier(int number, Map<String, Object> row) {
        return new Tier(
                number,
                row.get("rota") instanceof String rota ? rota : null,
                Boolean.TRUE.equals(row.get("pagedAtStart")),
                Duration.ofMinutes(number(row, "waitMinutes", LAST_RESORT.toMinutes())),
                (int) number(row, "secondAddressPercent", HALF),
                (int) number(row, "loops", 1),
                Duration.ofMinutes(number(row, "graceMinutes", LAST_RESORT.toMinutes())));
    }

    private static Tier withoutRota(Tier tier) {
        return new Tier(
                tier.number(), null, false, tier.pause(), tier.secondAddressPercent(), tier.loops(), tier.grace());
    }

    private static long number(Map<String, Object> row, String column, long otherwise) {
        return row.get(column) instanceof Number number ? number.longValue() : otherwise;
    }
}
