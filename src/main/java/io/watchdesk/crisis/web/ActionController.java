package io.watchdesk.crisis.web;

import io.watchdesk.crisis.Action;
import io.watchdesk.crisis.Actions;
import io.watchdesk.crisis.Crises;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Tasks;
import io.watchdesk.platform.Tasks.OpenTask;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the forms about actions show: the action, and who could own one. */
@RestController
@RequestMapping("/api/crisis-actions")
class ActionController {

    private final Tasks tasks;
    private final Actions actions;
    private final Crises crises;
    private final People people;

    ActionController(Tasks tasks, Actions actions, Crises crises, People people) {
        this.tasks = tasks;
        this.actions = actions;
        this.crises = crises;
        this.people = people;
    }

    @GetMapping("/{taskId}")
    Page read(@PathVariable String taskId) {
        OpenTask task = tasks.visible(taskId);
        Action action = actions.get(Optional.ofNullable(task.text("actionId"))
                .orElseThrow(() -> new Refused("The task \"%s\" is not about an action.".formatted(task.name()))));
        return new Page(
                action,
                crises.get(action.crisisId()).title(),
                people.displayName(action.owner()),
                people.displayName(action.agreedBy()));
    }

    @GetMapping("/owners")
    List<Owner> owners() {
        return people.all().stream()
                .map(person -> new Owner(person.id(), person.displayName()))
                .toList();
    }

    /** Everything the form shows. */
    record Page(Action action, String crisisTitle, String ownerName, String agreedByName) {}

    /** Somebody who can own an action. */
    record Owner(String id, String name) {}
}
