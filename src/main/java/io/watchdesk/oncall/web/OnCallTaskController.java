package io.watchdesk.oncall.web;

import io.watchdesk.oncall.Coverage;
import io.watchdesk.oncall.Finding;
import io.watchdesk.oncall.Handover;
import io.watchdesk.oncall.Handovers;
import io.watchdesk.oncall.OpenMatters;
import io.watchdesk.oncall.Rota;
import io.watchdesk.oncall.Rotas;
import io.watchdesk.oncall.Swap;
import io.watchdesk.oncall.Swaps;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Said;
import io.watchdesk.platform.Tasks;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the forms of on-call tasks show to those who may see the task. */
@RestController
@RequestMapping("/api/oncall-tasks/{taskId}")
class OnCallTaskController {

    private final Tasks tasks;
    private final Coverage coverage;
    private final Swaps swaps;
    private final Handovers handovers;
    private final Rotas rotas;
    private final People people;

    OnCallTaskController(Tasks tasks, Coverage coverage, Swaps swaps, Handovers handovers, Rotas rotas, People people) {
        this.tasks = tasks;
        this.coverage = coverage;
        this.swaps = swaps;
        this.handovers = handovers;
        this.rotas = rotas;
        this.people = people;
    }

    @GetMapping("/finding")
    FindingPage finding(@PathVariable String taskId) {
        Finding finding = coverage.get(required(taskId, "findingId"));
        Rota rota = rotas.get(finding.rota());
        return new FindingPage(
                finding.id(),
                rota.id(),
                rota.name(),
                rota.zone().getId(),
                Outcomes.text(finding.kind()),
                Outcomes.text(finding.state()),
                finding.detail(),
                finding.from(),
                finding.until(),
                finding.person(),
                rotas.candidates(rota.id()).stream()
                        .map(person -> new Candidate(person.id(), person.displayName()))
                        .toList());
    }

    @GetMapping("/swap")
    SwapPage swap(@PathVariable String taskId) {
        Swap swap = swaps.get(required(taskId, "swapId"));
        Rota rota = rotas.get(swap.rota());
        return new SwapPage(
                swap.id(),
                rota.name(),
                rota.zone().getId(),
                people.displayName(swap.offeredBy()),
                swap.offeredBy().equals(people.actor()),
                swap.from(),
                swap.until(),
                swap.expiresAt(),
                swap.note());
    }

    @GetMapping("/handover")
    HandoverPage handover(@PathVariable String taskId) {
        Handover handover = handovers.get(required(taskId, "handoverId"));
        Rota rota = rotas.get(handover.rota());
        return new HandoverPage(
                handover.id(),
                rota.name(),
                rota.zone().getId(),
                people.displayName(handover.incoming()),
                handover.outgoing().stream().map(people::displayName).toList(),
                handover.matters(),
                handover.changedAt(),
                handover.takeOverBy(),
                handover.note(),
                handover.notedBy() == null ? null : people.displayName(handover.notedBy()));
    }

    private String required(String taskId, String variable) {
        Tasks.OpenTask task = tasks.visible(taskId);
        String value = task.text(variable);
        if (value == null) {
            throw new Refused("The task \"%s\" shows something else.".formatted(task.name()));
        }
        return value;
    }

    /** What the coverage check found. */
    record FindingPage(
            String id,
            String rota,
            String rotaName,
            String zone,
            String kind,
            String state,
            @Said String detail,
            Instant from,
            Instant until,
            String person,
            List<Candidate> candidates) {}

    /** Somebody who can be put in. */
    record Candidate(String id, String name) {}

    /** @param own whether whoever looks offered it */
    record SwapPage(
            String id,
            String rotaName,
            String zone,
            String offeredBy,
            boolean own,
            Instant from,
            Instant until,
            Instant expiresAt,
            String note) {}

    /** What is handed over. */
    record HandoverPage(
            String id,
            String rotaName,
            String zone,
            String incoming,
            List<String> outgoing,
            List<OpenMatters.Matter> matters,
            Instant changedAt,
            Instant takeOverBy,
            String note,
            String notedBy) {}
}
