package io.watchdesk.statement.web;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisRights;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Tasks;
import io.watchdesk.platform.Tasks.OpenTask;
import io.watchdesk.statement.Audience;
import io.watchdesk.statement.StatementClocks;
import io.watchdesk.statement.Times;
import io.watchdesk.statement.Update;
import io.watchdesk.statement.Updates;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the form of an internal update reads and saves. */
@RestController
@RequestMapping("/api/statements/updates")
class UpdateController {

    private static final String WRITE_UPDATE = "UserTask_WriteUpdate";

    private final Tasks tasks;
    private final Updates updates;
    private final StatementClocks clocks;
    private final Crises crises;
    private final CrisisRights rights;

    UpdateController(Tasks tasks, Updates updates, StatementClocks clocks, Crises crises, CrisisRights rights) {
        this.tasks = tasks;
        this.updates = updates;
        this.clocks = clocks;
        this.crises = crises;
        this.rights = rights;
    }

    /** What was said so far to both audiences, oldest first. */
    @GetMapping
    List<Update> ofCrisis(@RequestParam String crisisId) {
        rights.maySee();
        return updates.of(crisisId);
    }

    @GetMapping("/{taskId}")
    Writing read(@PathVariable String taskId) {
        Crisis crisis = crises.get(crisisOf(tasks.visible(taskId)));
        Updates.Page page = updates.page(crisis.id());
        return new Writing(
                crisis.id(),
                crisis.title(),
                Outcomes.text(crisis.level()),
                crisis.firstSighted(),
                clocks.of(crisis.id(), Audience.INTERNAL).map(Times::due).orElse(null),
                page.text(),
                page.nextAt(),
                updates.of(crisis.id()));
    }

    @PutMapping("/{taskId}")
    void save(@PathVariable String taskId, @RequestBody Text text) {
        updates.save(crisisOf(tasks.claimed(taskId)), text.text(), text.nextAt());
    }

    private static String crisisOf(OpenTask task) {
        if (!WRITE_UPDATE.equals(task.definitionKey())) {
            throw new Refused("The task \"%s\" is no update.".formatted(task.name()));
        }
        return task.text("crisisId");
    }

    /** What the writer sends. */
    record Text(String text, Instant nextAt) {}

    /** What the writer sees. */
    record Writing(
            String crisisId,
            String crisisTitle,
            String crisisLevel,
            Instant firstSighted,
            Instant dueAt,
            String text,
            Instant nextAt,
            List<Update> updates) {}
}
