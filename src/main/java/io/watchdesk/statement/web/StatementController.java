package io.watchdesk.statement.web;

import io.watchdesk.content.Draft;
import io.watchdesk.crisis.CrisisRights;
import io.watchdesk.crisis.Facts;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Said;
import io.watchdesk.platform.Tasks;
import io.watchdesk.platform.Tasks.OpenTask;
import io.watchdesk.statement.Element;
import io.watchdesk.statement.Statement;
import io.watchdesk.statement.StatementDesk;
import io.watchdesk.statement.StatementRelease;
import io.watchdesk.statement.Step;
import io.watchdesk.statement.Strategy;
import io.watchdesk.statement.Template;
import io.watchdesk.statement.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the forms of statements read and save; only the person who claimed the task may save. */
@RestController
@RequestMapping("/api/statements")
class StatementController {

    private final Tasks tasks;
    private final StatementDesk desk;
    private final StatementRelease release;
    private final StatementPages pages;
    private final Templates templates;
    private final CrisisRights rights;

    StatementController(
            Tasks tasks,
            StatementDesk desk,
            StatementRelease release,
            StatementPages pages,
            Templates templates,
            CrisisRights rights) {
        this.tasks = tasks;
        this.desk = desk;
        this.release = release;
        this.pages = pages;
        this.templates = templates;
        this.rights = rights;
    }

    /** Everything the form of the writer shows. */
    @GetMapping("/tasks/{taskId}")
    StatementPages.Writing read(@PathVariable String taskId) {
        return pages.writing(statementOf(tasks.visible(taskId)));
    }

    @PutMapping("/tasks/{taskId}")
    Saved save(@PathVariable String taskId, @RequestBody StatementDesk.Form form) {
        OpenTask task = tasks.claimed(taskId);
        writing(task);
        String statementId = statementOf(task);
        Draft saved = desk.save(statementId, form);
        return new Saved(saved.revision(), saved.title(), desk.problems(statementId));
    }

    /** A text from a template and what was written so far; nothing is saved. */
    @PostMapping("/tasks/{taskId}/text")
    StatementDesk.Composed compose(@PathVariable String taskId, @RequestBody Wish wish) {
        return desk.compose(
                statementOf(tasks.visible(taskId)),
                wish.templateId(),
                wish.elements() == null ? Map.of() : wish.elements(),
                wish.nextWord());
    }

    /** Everything the forms of those who approve show. */
    @GetMapping("/tasks/{taskId}/sheet")
    StatementPages.Sheet sheet(@PathVariable String taskId) {
        OpenTask task = tasks.visible(taskId);
        return pages.sheet(statementOf(task), Step.ofTask(task.definitionKey()));
    }

    /** The strategies that fit what the house is held responsible for. */
    @GetMapping("/strategies")
    List<Strategy> strategies(
            @RequestParam(required = false) Facts.Cluster cluster, @RequestParam(required = false) Boolean repeated) {
        rights.maySee();
        return desk.strategies(cluster, repeated);
    }

    /** All statements of a crisis, oldest first. */
    @GetMapping
    List<Statement> ofCrisis(@RequestParam String crisisId) {
        rights.maySee();
        return desk.ofCrisis(crisisId);
    }

    /** The commander wants no such statement; it ends wherever it is being written or approved. */
    @PostMapping("/{statementId}/withdrawal")
    void withdraw(@PathVariable String statementId, @RequestBody Reason reason) {
        release.withdraw(statementId, reason.reason());
    }

    @GetMapping("/templates")
    List<Template> templates() {
        rights.maySee();
        return templates.all();
    }

    /** Takes a file of templates over, YAML or JSON. */
    @PostMapping(value = "/templates", consumes = "*/*")
    Imported importTemplates(@RequestBody String file) {
        return new Imported(templates.importFile(file));
    }

    private static String statementOf(OpenTask task) {
        return Optional.ofNullable(task.text("statementId"))
                .orElseThrow(() -> new Refused("The task \"%s\" is not about a statement.".formatted(task.name())));
    }

    private static void writing(OpenTask task) {
        if (Step.ofTask(task.definitionKey()) != Step.DRAFT) {
            throw new Refused("Who approves a text does not change it. Raise a strong objection instead.");
        }
    }

    /** @param problems what is still missing or wrong */
    record Saved(int revision, String title, @Said List<String> problems) {}

    /** What a text shall be made of. */
    record Wish(String templateId, Map<Element, String> elements, String nextWord) {}

    /** Why. */
    record Reason(String reason) {}

    /** @param templates how many were taken over */
    record Imported(int templates) {}
}
