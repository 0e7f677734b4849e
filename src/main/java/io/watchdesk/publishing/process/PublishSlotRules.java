package io.watchdesk.publishing.process;

import io.watchdesk.content.Category;
import io.watchdesk.content.Format;
import io.watchdesk.platform.Decisions;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.publishing.SlotRules;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads the decision table {@code publish-slot}. */
@Component
class PublishSlotRules implements SlotRules {

    private static final String DECISION = "publish-slot";
    private static final String BY_RULE = "rule";

    private final Decisions decisions;

    PublishSlotRules(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Optional<Rule> ruleFor(Format format, Category category, String platform) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("format", format == null ? null : Outcomes.text(format));
        inputs.put("category", category == null ? null : Outcomes.text(category));
        inputs.put("platform", platform);
        List<Map<String, Object>> hits = decisions.evaluate(DECISION, inputs);
        return hits.stream()
                .filter(hit -> BY_RULE.equals(hit.get("slotSource")))
                .map(PublishSlotRules::rule)
                .findFirst();
    }

    private static Rule rule(Map<String, Object> hit) {
        return new Rule(
                list(hit.get("weekdays"))
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class))),
                list(hit.get("localTimes")).map(LocalTime::parse).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<String> list(Object text) {
        return Arrays.stream(text.toString().split(",")).map(String::strip);
    }
}
