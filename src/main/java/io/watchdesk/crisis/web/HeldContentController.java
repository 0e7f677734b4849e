package io.watchdesk.crisis.web;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.HeldContent;
import io.watchdesk.crisis.HeldContent.Answer;
import io.watchdesk.crisis.HeldContent.Choice;
import io.watchdesk.crisis.HeldContent.Item;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Said;
import io.watchdesk.platform.Tasks;
import io.watchdesk.publishing.HoldSentences;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of held posts for the person who reviews it; only who claimed the task decides. */
@RestController
@RequestMapping("/api/held-content/{taskId}")
class HeldContentController {

    private static final String TASK = "UserTask_ReviewHeldContent";

    private final Tasks tasks;
    private final Crises crises;
    private final HeldContent content;
    private final People people;

    HeldContentController(Tasks tasks, Crises crises, HeldContent content, People people) {
        this.tasks = tasks;
        this.crises = crises;
        this.content = content;
        this.people = people;
    }

    @GetMapping
    Page read(@PathVariable String taskId) {
        return page(CrisisOfTask.of(tasks.visible(taskId), TASK));
    }

    @PutMapping("/{publicationId}")
    Page decide(@PathVariable String taskId, @PathVariable String publicationId, @RequestBody Decided decided) {
        String crisisId = CrisisOfTask.of(tasks.claimed(taskId), TASK);
        if (decided.choice() == null) {
            throw new Refused("Say what shall become of %s.".formatted(publicationId));
        }
        content.decide(
                crisisId,
                publicationId,
                new Answer(
                        Outcomes.parse(Choice.class, decided.choice()),
                        decided.reason(),
                        decided.newSlot(),
                        Boolean.TRUE.equals(decided.reapproved())));
        return page(crisisId);
    }

    private Page page(String crisisId) {
        Crisis crisis = crises.get(crisisId);
        List<Line> lines =
                content.of(crisisId).stream().map(item -> Line.of(item, people)).toList();
        return new Page(
                crisisId,
                crisis.title(),
                crisis.drill(),
                lines.stream().filter(line -> line.choice() == null).count(),
                lines);
    }

    /** What the form sends for one post. */
    record Decided(String choice, String reason, String newSlot, Boolean reapproved) {}

    /** @param undecided how many posts still need a decision */
    record Page(String crisisId, String title, boolean drill, long undecided, List<Line> posts) {}

    /**
     * One held post.
     *
     * @param otherHolds what else holds it, as a sentence, or an empty text
     * @param choice null while it is undecided
     */
    record Line(
            String publicationId,
            String pieceId,
            String title,
            String excerpt,
            String accountName,
            String platform,
            String zone,
            LocalDateTime slot,
            Instant slotAt,
            boolean past,
            boolean handedOver,
            boolean approved,
            String risk,
            @Said(orTyped = true) String otherHolds,
            String choice,
            String reason,
            String newSlot,
            String decidedBy,
            Instant decidedAt) {

        static Line of(Item item, People people) {
            var publication = item.post().publication();
            var decision = item.decision();
            return new Line(
                    publication.id(),
                    publication.pieceId(),
                    item.post().title(),
                    item.post().excerpt(),
                    item.post().accountName(),
                    item.post().platform(),
                    publication.slot().zone().getId(),
                    publication.slot().local(),
                    publication.slot().at(),
                    item.past(),
                    item.handedOver(),
                    item.post().approved(),
                    item.post().risk(),
                    HoldSentences.of(item.otherHolds(), people),
                    decision == null ? null : Outcomes.text(decision.choice()),
                    decision == null ? null : decision.reason(),
                    decision == null ? null : decision.newSlot(),
                    decision == null ? null : people.displayName(decision.by()),
                    decision == null ? null : decision.at());
        }
    }
}
