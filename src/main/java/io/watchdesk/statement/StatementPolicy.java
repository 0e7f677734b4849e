package io.watchdesk.statement;

import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.platform.Decisions;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.review.ChecklistItem;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the decision tables say about statements. */
@Component
class StatementPolicy {

    private static final String APPROVALS = "statement-approvals";
    private static final String STRATEGY = "statement-strategy";
    private static final String ELEMENTS = "statement-elements";
    private static final String CHECKLIST = "statement-checklist";
    private static final String UNKNOWN = "unknown";

    private final Decisions decisions;

    StatementPolicy(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The steps that a statement takes at this level, in their order. */
    List<TimeBox> steps(Level level, Kind kind) {
        return decisions
                .lookUp(APPROVALS, Map.of("crisisLevel", Outcomes.text(level), "statementKind", Outcomes.text(kind)))
                .stream()
                .map(row -> new TimeBox(
                        Outcomes.parse(Step.class, text(row, "step")),
                        text(row, "group"),
                        text(row, "standIn"),
                        Duration.ofMinutes(((Number) row.get("minutes")).longValue())))
                .toList();
    }

    /** The time-box of one step; every level has every step but the executive's. */
    TimeBox step(Level level, Kind kind, Step step) {
        return steps(level, kind).stream()
                .filter(box -> box.step() == step)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("The table %s has no %s at %s.".formatted(APPROVALS, step, level)));
    }

    /** The strategies that may be chosen; what is unknown counts as the graver. */
    List<Strategy> strategies(Facts.Cluster cluster, Boolean repeated) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("cluster", cluster == null ? UNKNOWN : Outcomes.text(cluster));
        inputs.put("history", repeated == null ? UNKNOWN : repeated ? "repeated" : "none");
        return decisions.lookUp(STRATEGY, inputs).stream()
                .map(row -> new Strategy(text(row, "strategy"), text(row, "advice")))
                .toList();
    }

    /** What a statement of this kind and strategy must contain. */
    Set<Element> elements(Kind kind, String strategy) {
        Set<Element> elements = new LinkedHashSet<>();
        decisions
                .lookUp(
                        ELEMENTS,
                        Map.of("statementKind", Outcomes.text(kind), "strategy", strategy == null ? UNKNOWN : strategy))
                .forEach(row -> elements.add(Outcomes.parse(Element.class, text(row, "element"))));
        return elements;
    }

    /** What those who approve answer, each item for the step its checklist is named after. */
    List<ChecklistItem> checklist(Kind kind) {
        return decisions.lookUp(CHECKLIST, Map.of("statementKind", Outcomes.text(kind))).stream()
                .map(row -> new ChecklistItem(
                        text(row, "step"),
                        text(row, "item"),
                        text(row, "basis"),
                        text(row, "need"),
                        text(row, "question")))
                .toList();
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return value == null ? "" : value.toString();
    }

    /**
     * Who does a step, who is added when it takes longer, and how long it may take.
     *
     * @param standIn a group
     */
    record TimeBox(Step step, String group, String standIn, Duration time) {}
}
