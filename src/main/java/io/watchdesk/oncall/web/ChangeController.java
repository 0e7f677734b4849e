package io.watchdesk.oncall.web;

import io.watchdesk.oncall.Absence;
import io.watchdesk.oncall.ChangeRequests;
import io.watchdesk.oncall.Changes;
import io.watchdesk.oncall.Coverage;
import io.watchdesk.oncall.StandIn;
import io.watchdesk.oncall.Swap;
import io.watchdesk.oncall.Swaps;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stand-ins, absences, offered shifts and how the days ahead look. */
@RestController
@RequestMapping("/api/oncall")
class ChangeController {

    private final ChangeRequests requests;
    private final Changes changes;
    private final Swaps swaps;
    private final Coverage coverage;

    ChangeController(ChangeRequests requests, Changes changes, Swaps swaps, Coverage coverage) {
        this.requests = requests;
        this.changes = changes;
        this.swaps = swaps;
        this.coverage = coverage;
    }

    @GetMapping("/rotas/{rota}/stand-ins")
    List<StandIn> standIns(@PathVariable String rota) {
        return changes.standIns(rota);
    }

    /** Times are local times of the rota or instants. */
    @PostMapping("/rotas/{rota}/stand-ins")
    Map<String, String> standIn(@PathVariable String rota, @RequestBody Period wish) {
        return Map.of("id", requests.enter(false, wish.on(rota)));
    }

    @DeleteMapping("/stand-ins/{id}")
    void cancelStandIn(@PathVariable String id) {
        changes.cancelStandIn(id);
    }

    @GetMapping("/absences")
    List<Absence> absences() {
        return changes.absences();
    }

    /** Times are local times of the rota in the address, or instants; the absence counts on all rotas. */
    @PostMapping("/rotas/{rota}/absences")
    Map<String, String> absence(@PathVariable String rota, @RequestBody Period wish) {
        return Map.of("id", requests.enter(true, wish.on(rota)));
    }

    @DeleteMapping("/absences/{id}")
    void cancelAbsence(@PathVariable String id) {
        changes.cancelAbsence(id);
    }

    @GetMapping("/rotas/{rota}/swaps")
    List<Swap> swaps(@PathVariable String rota) {
        return swaps.open(rota);
    }

    @DeleteMapping("/swaps/{id}")
    void withdraw(@PathVariable String id) {
        swaps.withdraw(id);
    }

    /** The days ahead of all rotas, the worst covered first. */
    @GetMapping("/coverage")
    List<Coverage.Ahead> coverage() {
        return coverage.ahead();
    }

    /** What somebody asks for. */
    record Period(String person, String replaces, String from, String until, String reason) {

        ChangeRequests.Wish on(String rota) {
            return new ChangeRequests.Wish(rota, person, replaces, from, until, reason);
        }
    }
}
