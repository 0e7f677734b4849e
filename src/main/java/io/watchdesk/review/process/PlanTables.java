package io.watchdesk.review.process;

import io.watchdesk.review.ChecklistItem;
import io.watchdesk.review.SignOffRule;
import io.watchdesk.review.StagePlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Rows of the decision tables as the review understands them. */
final class PlanTables {

    private PlanTables() {}

    static List<StagePlan> stages(Object rows) {
        return rows(rows).stream().map(PlanTables::stage).toList();
    }

    static List<ChecklistItem> items(Object rows) {
        return rows(rows).stream()
                .map(row -> new ChecklistItem(
                        text(row, "checklist"),
                        text(row, "item"),
                        text(row, "basis"),
                        text(row, "need"),
                        text(row, "question")))
                .toList();
    }

    private static StagePlan stage(Map<?, ?> row) {
        String signOff = text(row, "signOff");
        return new StagePlan(
                text(row, "stage"),
                text(row, "group"),
                flag(row, "veto"),
                SignOffRule.parse(signOff),
                signOff,
                text(row, "checklist"),
                Duration.ofHours(number(row, "remindAfter")),
                Duration.ofHours(number(row, "escalateAfter")),
                number(row, "priority"),
                number(row, "latePriority"),
                flag(row, "known"));
    }

    private static List<Map<?, ?>> rows(Object rows) {
        return ((List<?>) rows).stream().<Map<?, ?>>map(Map.class::cast).toList();
    }

    private static String text(Map<?, ?> row, String column) {
        return (String) row.get(column);
    }

    private static boolean flag(Map<?, ?> row, String column) {
        return (Boolean) row.get(column);
    }

    private static int number(Map<?, ?> row, String column) {
        return ((Number) row.get(column)).intValue();
    }
}
