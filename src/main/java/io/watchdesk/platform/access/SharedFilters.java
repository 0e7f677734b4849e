package io.watchdesk.platform.access;

import io.watchdesk.platform.FilterMeaning;
import io.watchdesk.platform.access.AccessFile.TaskFilter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The filters of Tasklist; each is found again at the next start by its id in the file. */
@Component
class SharedFilters {

    /** The property that holds the id in the file; Tasklist takes no notice of it. */
    private static final String KEY = "watchdesk";

    /** Variables of the task itself, which everybody who sees the task may read. */
    private static final List<Map<String, String>> CARD = List.of(
            Map.of("name", "crisis", "label", "Crisis"),
            Map.of("name", "level", "label", "Level"),
            Map.of("name", "piece", "label", "Piece"),
            Map.of("name", "account", "label", "Account"),
            Map.of("name", "slot", "label", "Slot"));

    private final AccessFile file;
    private final FilterService filters;
    private final TaskService tasks;

    SharedFilters(AccessFile file, FilterService filters, TaskService tasks) {
        this.file = file;
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Makes the engine's filters equal to the file; answers the id in the file to the id in the engine. */
    Map<String, String> create() {
        Map<String, Filter> present = present();
        Map<String, String> ids = new LinkedHashMap<>();
        file.filters().forEach((key, wanted) -> {
            Filter known = present.remove(key);
            Filter filter = known == null ? filters.newTaskFilter() : known;
            filter.setName(wanted.name());
            filter.setQuery(query(wanted));
            filter.setProperties(properties(key, wanted, ids.size()));
            ids.put(key, filters.saveFilter(filter).getId());
        });
        present.values().forEach(dropped -> filters.deleteFilter(dropped.getId()));
        return ids;
    }

    /** Only those that came from the file: a filter that somebody made in Tasklist is theirs, whatever its name. */
    private Map<String, Filter> present() {
        Map<String, Filter> present = new HashMap<>();
        for (Filter filter : filters.createTaskFilterQuery().list()) {
            Object key = filter.getProperties().get(KEY);
            if (key != null) {
                present.put(key.toString(), filter);
            }
        }
        return present;
    }

    private TaskQuery query(TaskFilter wanted) {
        TaskQuery query = tasks.createTaskQuery().active();
        if (!wanted.tasks().isEmpty()) {
            query.taskDefinitionKeyIn(wanted.tasks().toArray(String[]::new));
        }
        if (!wanted.processes().isEmpty()) {
            query.processDefinitionKeyIn(wanted.processes().toArray(String[]::new));
        }
        return query.orderByTaskPriority().desc().orderByDueDate().asc();
    }

    private static Map<String, Object> properties(String key, TaskFilter wanted, int position) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(KEY, key);
        properties.put(FilterMeaning.OVERDUE, wanted.overdue());
        if (wanted.assignee() != null) {
            properties.put(FilterMeaning.WHOSE, wanted.assignee());
        }
        properties.put("description", wanted.description());
        properties.put("color", wanted.colour());
        properties.put("priority", position);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", CARD);
        return properties;
    }
}
