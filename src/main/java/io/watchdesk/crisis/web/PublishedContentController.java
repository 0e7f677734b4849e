package io.watchdesk.crisis.web;

import io.watchdesk.crisis.PublishedContent;
import io.watchdesk.crisis.PublishedContent.Item;
import io.watchdesk.crisis.PublishedContent.Verdict;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Tasks;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is out in the scope of a crisis, for the person who triages it. */
@RestController
@RequestMapping("/api/published-content/{taskId}")
class PublishedContentController {

    private static final String TASK = "UserTask_TriageCrisis";

    private final Tasks tasks;
    private final PublishedContent content;

    PublishedContentController(Tasks tasks, PublishedContent content) {
        this.tasks = tasks;
        this.content = content;
    }

    @GetMapping
    List<Line> read(@PathVariable String taskId) {
        return lines(CrisisOfTask.of(tasks.visible(taskId), TASK));
    }

    @PutMapping("/{publicationId}")
    List<Line> decide(@PathVariable String taskId, @PathVariable String publicationId, @RequestBody Decided decided) {
        String crisisId = CrisisOfTask.of(tasks.claimed(taskId), TASK);
        if (decided.verdict() == null) {
            throw new Refused("Choose keep, hide or withdraw.");
        }
        content.decide(crisisId, publicationId, Outcomes.parse(Verdict.class, decided.verdict()), decided.reason());
        return lines(crisisId);
    }

    private List<Line> lines(String crisisId) {
        return content.of(crisisId).stream().map(Line::of).toList();
    }

    /** What the form sends for one post. */
    record Decided(String verdict, String reason) {}

    /** @param verdict null while nobody decided */
    record Line(
            String publicationId,
            String title,
            String excerpt,
            String accountName,
            String platform,
            String zone,
            Instant publishedAt,
            String link,
            boolean canHide,
            String verdict,
            String reason,
            String by) {

        static Line of(Item item) {
            var publication = item.post().publication();
            return new Line(
                    publication.id(),
                    item.post().title(),
                    item.post().excerpt(),
                    item.post().accountName(),
                    item.post().platform(),
                    publication.slot().zone().getId(),
                    publication.publishedAt(),
                    publication.link(),
                    item.canHide(),
                    item.verdict() == null ? null : Outcomes.text(item.verdict()),
                    item.reason(),
                    item.by());
        }
    }
}
