package io.watchdesk.publishing.web;

import io.watchdesk.content.Asset;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Said;
import io.watchdesk.platform.Tasks;
import io.watchdesk.platform.Tasks.OpenTask;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Holds;
import io.watchdesk.publishing.Ledger;
import io.watchdesk.publishing.Order;
import io.watchdesk.publishing.Orders;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Scheduling;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the forms of publishing tasks show to those who may see the task. */
@RestController
@RequestMapping("/api/publication-tasks/{taskId}")
class PublicationTaskController {

    private final Tasks tasks;
    private final Ledger ledger;
    private final Holds holds;
    private final Orders orders;
    private final Scheduling scheduling;

    PublicationTaskController(Tasks tasks, Ledger ledger, Holds holds, Orders orders, Scheduling scheduling) {
        this.tasks = tasks;
        this.ledger = ledger;
        this.holds = holds;
        this.orders = orders;
        this.scheduling = scheduling;
    }

    @GetMapping
    PublicationPage publication(@PathVariable String taskId) {
        OpenTask task = tasks.visible(taskId);
        Publication publication = ledger.get(required(task, "publicationId"));
        return PublicationPage.of(
                publication,
                orders.of(publication),
                task.text("publicationProblem"),
                holds.openFor(publication.id()),
                ledger.attempts(publication.id()));
    }

    @GetMapping("/slots")
    List<Scheduling.OpenSlot> slots(@PathVariable String taskId) {
        return scheduling.openSlots(required(tasks.visible(taskId), "pieceId"));
    }

    private static String required(OpenTask task, String variable) {
        return Optional.ofNullable(task.text(variable))
                .orElseThrow(() -> new Refused("The task \"%s\" is not about a publication.".formatted(task.name())));
    }

    /**
     * Everything the forms show.
     *
     * @param state the ledger's state as lower-camel text
     * @param problem why a person is asked, or null
     */
    record PublicationPage(
            String id,
            String pieceId,
            int revision,
            String accountName,
            String platform,
            String zone,
            LocalDateTime slot,
            Instant slotAt,
            String state,
            @Said String problem,
            String link,
            String title,
            String body,
            List<String> links,
            List<FileLine> files,
            String aiLabel,
            List<Hold> holds,
            List<Ledger.Attempt> attempts) {

        static PublicationPage of(
                Publication publication, Order order, String problem, List<Hold> holds, List<Ledger.Attempt> attempts) {
            return new PublicationPage(
                    publication.id(),
                    publication.pieceId(),
                    publication.revision(),
                    order.account().name(),
                    order.account().platform(),
                    publication.slot().zone().getId(),
                    publication.slot().local(),
                    publication.slot().at(),
                    Outcomes.text(publication.state()),
                    problem,
                    publication.link(),
                    order.title(),
                    order.body(),
                    order.links(),
                    order.assets().stream().map(FileLine::of).toList(),
                    order.aiLabel(),
                    holds,
                    attempts);
        }
    }

    /** A file that goes out with the post. */
    record FileLine(String id, String fileName, String kind) {

        static FileLine of(Asset asset) {
            return new FileLine(asset.id(), asset.fileName(), Outcomes.text(asset.kind()));
        }
    }
}
