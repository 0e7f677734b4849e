package io.watchdesk.crisis.web;

import io.watchdesk.crisis.CrisisFigures;
import io.watchdesk.crisis.CrisisFigures.Figures;
import io.watchdesk.crisis.Retrospectives;
import io.watchdesk.crisis.Retrospectives.Retrospective;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.platform.Tasks;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the form of the retrospective shows and saves; only who claimed the task saves. */
@RestController
@RequestMapping("/api/retrospectives/{taskId}")
class RetrospectiveController {

    private static final String TASK = "UserTask_HoldRetrospective";

    private final Tasks tasks;
    private final Retrospectives retrospectives;
    private final Timeline timeline;
    private final CrisisFigures figures;

    RetrospectiveController(Tasks tasks, Retrospectives retrospectives, Timeline timeline, CrisisFigures figures) {
        this.tasks = tasks;
        this.retrospectives = retrospectives;
        this.timeline = timeline;
        this.figures = figures;
    }

    @GetMapping
    Page read(@PathVariable String taskId) {
        String crisisId = CrisisOfTask.of(tasks.visible(taskId), TASK);
        return new Page(retrospectives.of(crisisId), figures.of(crisisId), timeline.of(crisisId));
    }

    @PutMapping
    Retrospective save(@PathVariable String taskId, @RequestBody Retrospectives.Text text) {
        return retrospectives.save(CrisisOfTask.of(tasks.claimed(taskId), TASK), text);
    }

    /** Everything the form shows. */
    record Page(Retrospective retrospective, Figures figures, List<Timeline.Entry> timeline) {}
}
