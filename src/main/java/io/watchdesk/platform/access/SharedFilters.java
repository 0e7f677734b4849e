package io.watchdesk.platform.access;

import io.watchdesk.platform.access.AccessFile.TaskFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The filters of Tasklist; each is found again at the next start by the name it was given in the file. */
@Component
class SharedFilters {

    /** What a card shows of its task; {@link TaskFurnisher} puts these where everybody who sees the task may read them. */
    private static final List<Map<String, String>> CARD = List.of(
            Map.of("name", TaskFurnisher.PIECE, "label", "Piece"),
            Map.of("name", TaskFurnisher.ACCOUNT, "label", "Account"),
            Map.of("name", TaskFurnisher.SLOT, "label", "Slot"));

    private final AccessFile file;
    private final FilterService filters;
    private final TaskService tasks;

    SharedFilters(AccessFile file, FilterService filters, TaskService tasks) {
        this.file = file;
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Creates or updates every filter; answers the id in the file to the id in the engine. */
    Map<String, String> create() {
        Map<String, String> ids = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(file.filters().keySet());
        file.filters().forEach((key, wanted) -> {
            Filter known = filters.createTaskFilterQuery().filterName(wanted.name()).list().stream()
                    .findFirst()
                    .orElse(null);
            Filter filter = known == null ? filters.newTaskFilter(wanted.name()) : known;
            filter.setQuery(query(wanted));
            filter.setProperties(properties(wanted, keys.indexOf(key)));
            ids.put(key, filters.saveFilter(filter).getId());
        });
        return ids;
    }

    private TaskQuery query(TaskFilter wanted) {
        TaskQuery query = tasks.createTaskQuery().active();
        if (!wanted.tasks().isEmpty()) {
            query.taskDefinitionKeyIn(wanted.tasks().toArray(String[]::new));
        }
        if ("me".equals(wanted.assignee())) {
            query.taskAssigneeExpression("${currentUser()}");
        }
        if (wanted.overdue()) {
            query.dueBeforeExpression("${now()}");
        }
        return query.orderByTaskPriority().desc().orderByDueDate().asc();
    }

    private static Map<String, Object> properties(TaskFilter wanted, int position) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("description", wanted.description());
        properties.put("color", wanted.colour());
        properties.put("priority", position);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", CARD);
        return properties;
    }
}
