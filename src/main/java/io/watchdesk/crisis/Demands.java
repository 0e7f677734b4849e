package io.watchdesk.crisis;

import io.watchdesk.platform.Decisions;
import io.watchdesk.platform.Outcomes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a crisis sets in motion, from the decision table {@code crisis-demands} by level and publicity. */
@Component
public class Demands {

    private static final String DECISION = "crisis-demands";

    private final Decisions decisions;
    private final CrisisBook book;

    Demands(Decisions decisions, CrisisBook book) {
        this.decisions = decisions;
        this.book = book;
    }

    /** What the crisis demands at its level of now. */
    public Demand of(Crisis crisis) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("crisisLevel", Outcomes.text(crisis.level()));
        inputs.put("matterPublic", Boolean.TRUE.equals(book.matterPublic(crisis.id())));
        Map<String, Object> hit = decisions.lookUp(DECISION, inputs).get(0);
        return new Demand(
                Outcomes.parse(HoldDemand.class, text(hit, "hold")),
                list(text(hit, "functions")),
                list(text(hit, "statements")),
                Boolean.TRUE.equals(hit.get("publicUpdates")));
    }

    private static String text(Map<String, Object> hit, String column) {
        Object value = hit.get(column);
        return value == null ? "" : value.toString();
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** What happens to scheduled content. */
    public enum HoldDemand {
        /** Held in the transaction that rates. */
        PLACED,
        /** A person holds it with one click. */
        PROPOSED,
        NONE
    }

    /**
     * One row of the table.
     *
     * @param functions groups of the command centre, the leading one first; empty when none is assembled
     * @param statements kinds of statements in their order
     */
    public record Demand(HoldDemand hold, List<String> functions, List<String> statements, boolean publicUpdates) {}
}
