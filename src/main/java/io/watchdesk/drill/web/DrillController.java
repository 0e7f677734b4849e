package io.watchdesk.drill.web;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.drill.Drill;
import io.watchdesk.drill.Drills;
import io.watchdesk.drill.GapAction;
import io.watchdesk.drill.ScenarioLine;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Tasks;
import io.watchdesk.platform.Tasks.OpenTask;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the forms of drills show and save. Scripts and scores are for managers, who start and review drills. */
@RestController
@RequestMapping("/api/drills")
class DrillController {

    private static final int NEWEST = 50;
    private static final String MANAGERS = "managers";

    private final Tasks tasks;
    private final Drills drills;
    private final Crises crises;
    private final Timeline timeline;
    private final People people;

    DrillController(Tasks tasks, Drills drills, Crises crises, Timeline timeline, People people) {
        this.tasks = tasks;
        this.drills = drills;
        this.crises = crises;
        this.timeline = timeline;
        this.people = people;
    }

    @GetMapping
    List<Drill> newest() {
        onlyManagers();
        return drills.newest(NEWEST);
    }

    @GetMapping("/scenarios")
    List<ScenarioLine> scenarios() {
        onlyManagers();
        return drills.scenarios();
    }

    @GetMapping("/tasks/{taskId}")
    Page read(@PathVariable String taskId) {
        return page(drills.get(drillOf(tasks.visible(taskId))));
    }

    @PutMapping("/tasks/{taskId}/observations")
    Page observe(@PathVariable String taskId, @RequestBody Observations observations) {
        return page(drills.observe(drillOf(tasks.claimed(taskId)), observations.observations()));
    }

    @PutMapping("/tasks/{taskId}/review")
    Page plan(@PathVariable String taskId, @RequestBody Review review) {
        return page(drills.plan(
                drillOf(tasks.claimed(taskId)),
                review.observations(),
                review.actions() == null ? List.of() : review.actions()));
    }

    private Page page(Drill drill) {
        Crisis crisis = crises.get(drill.crisisId());
        return new Page(drill, crisis, people.displayName(drill.leader()), timeline.of(crisis.id()));
    }

    private void onlyManagers() {
        if (!people.groupsOf(people.actor()).contains(MANAGERS)) {
            throw new Refused("Only managers start and compare drills.");
        }
    }

    private static String drillOf(OpenTask task) {
        return Optional.ofNullable(task.text("drillId"))
                .orElseThrow(() -> new Refused("The task \"%s\" is not about a drill.".formatted(task.name())));
    }

    /** Everything the forms show. */
    record Page(Drill drill, Crisis crisis, String leaderName, List<Timeline.Entry> timeline) {}

    /** What the leader saw. */
    record Observations(String observations) {}

    /** What the form of the score card saves. */
    record Review(String observations, List<GapAction> actions) {}
}
