package io.watchdesk.escalation.web;

import io.watchdesk.crisis.CrisisRights;
import io.watchdesk.escalation.Ladder;
import io.watchdesk.escalation.LadderSheet;
import io.watchdesk.escalation.LadderSheets;
import io.watchdesk.platform.Tasks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The ladder for whoever sees one of its tasks, and for everybody of the crisis line. */
@RestController
class LadderController {

    private static final String OF_TASK = "/api/ladder-tasks/{taskId}";
    private static final String OF_CRISIS = "/api/crises/{crisisId}/ladder";

    private final Ladder ladder;
    private final LadderSheets sheets;
    private final Tasks tasks;
    private final CrisisRights rights;

    LadderController(Ladder ladder, LadderSheets sheets, Tasks tasks, CrisisRights rights) {
        this.ladder = ladder;
        this.sheets = sheets;
        this.tasks = tasks;
        this.rights = rights;
    }

    @GetMapping(OF_TASK)
    LadderSheet ofTask(@PathVariable String taskId) {
        return sheets.of(crisisOf(taskId));
    }

    @PostMapping(OF_TASK + "/climb")
    LadderSheet climbFromTask(@PathVariable String taskId, @RequestBody Climb climb) {
        return climbed(crisisOf(taskId), climb);
    }

    @GetMapping(OF_CRISIS)
    LadderSheet ofCrisis(@PathVariable String crisisId) {
        rights.maySee();
        return sheets.of(crisisId);
    }

    @PostMapping(OF_CRISIS + "/climb")
    LadderSheet climbFromCrisis(@PathVariable String crisisId, @RequestBody Climb climb) {
        rights.mustBeOnTheLine();
        return climbed(crisisId, climb);
    }

    private LadderSheet climbed(String crisisId, Climb climb) {
        ladder.climb(crisisId, climb.step(), climb.tier(), climb.reason());
        return sheets.of(crisisId);
    }

    private String crisisOf(String taskId) {
        return tasks.visible(taskId).text("crisisId");
    }

    /** @param step what the caller saw */
    record Climb(int step, int tier, String reason) {}
}
