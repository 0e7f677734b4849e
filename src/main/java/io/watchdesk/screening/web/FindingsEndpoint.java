package io.watchdesk.screening.web;

import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Tasks;
import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Screenings;
import io.watchdesk.screening.Screenings.Report;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The findings on a version, for those who have a task about the piece. */
@RestController
class FindingsEndpoint {

    private final Screenings screenings;
    private final Tasks tasks;

    FindingsEndpoint(Screenings screenings, Tasks tasks) {
        this.screenings = screenings;
        this.tasks = tasks;
    }

    @GetMapping("/api/pieces/{pieceId}/versions/{version}/findings")
    Findings findings(@PathVariable String pieceId, @PathVariable int version, @RequestParam String taskId) {
        if (!pieceId.equals(tasks.visible(taskId).text("pieceId"))) {
            throw new Refused("This task is not about piece %s.".formatted(pieceId));
        }
        return screenings
                .latest(pieceId, version)
                .map(Findings::of)
                .orElseGet(() -> new Findings(false, false, null, null, List.of()));
    }

    /** @param screened false while no report exists: then an empty list of findings means nothing */
    record Findings(boolean screened, boolean blocked, String listVersion, Instant screenedAt, List<Finding> findings) {

        static Findings of(Report report) {
            return new Findings(true, report.blocked(), report.listVersion(), report.screenedAt(), report.findings());
        }
    }
}
