package io.watchdesk.desk.plugin.web;

import io.watchdesk.desk.plugin.Glance;
import io.watchdesk.desk.plugin.Glances;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the tab "At a glance" of Tasklist reads. */
@RestController
class GlanceController {

    private final Glances glances;

    GlanceController(Glances glances) {
        this.glances = glances;
    }

    @GetMapping("/api/desk/tasks/{taskId}")
    Glance at(@PathVariable String taskId) {
        return glances.at(taskId);
    }
}
