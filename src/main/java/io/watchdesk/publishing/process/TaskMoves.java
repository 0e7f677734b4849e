package io.watchdesk.publishing.process;

import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Ledger;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.PublicationDecisions.Decision;
import io.watchdesk.publishing.PublicationMoves;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers the task as its form does; a refusal undoes the claim too. */
@Component
class TaskMoves implements PublicationMoves {

    private static final List<String> GROUPS = List.of("publishers");

    /** More than a piece has accounts; a person may not ask the engine for all there is. */
    private static final int MOST_TASKS = 200;

    private static final Set<String> PLACES = Set.of(
            ContentPublicationModel.USER_AWAIT_SLOT,
            ContentPublicationModel.USER_DECIDE_HELD_PUBLICATION,
            ContentPublicationModel.USER_DECIDE_LATE_PUBLICATION,
            ContentPublicationModel.USER_RESOLVE_FAILED_PUBLICATION);

    private final TaskService tasks;
    private final Ledger ledger;
    private final People people;

    TaskMoves(@Lazy TaskService tasks, Ledger ledger, People people) {
        this.tasks = tasks;
        this.ledger = ledger;
        this.people = people;
    }

    @Override
    @Transactional
    public void move(String publicationId, String newSlot, String reason) {
        if (people.groupsOf(people.actor()).stream().noneMatch(GROUPS::contains)) {
            throw new Refused("Only publishers move a publication. Ask one of them.");
        }
        Publication publication = ledger.get(publicationId);
        Task task = tasks
                .createTaskQuery()
                .processDefinitionKey(ContentPublicationModel.PROCESS)
                .processInstanceBusinessKey(publication.pieceId())
                .listPage(0, MOST_TASKS)
                .stream()
                .filter(open -> PLACES.contains(open.getTaskDefinitionKey()))
                .filter(open -> publicationId.equals(
                        tasks.getVariable(open.getId(), ContentPublicationModel.PUBLICATION_ID.name())))
                .findFirst()
                .orElseThrow(() -> new Refused("%s does not wait for a decision now: it is out, on its way or dropped."
                        .formatted(publicationId)));
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), people.actor());
        } else if (!task.getAssignee().equals(people.actor())) {
            throw new Refused("%s has claimed the task of %s and decides about it."
                    .formatted(people.displayName(task.getAssignee()), publicationId));
        }
        tasks.complete(
                task.getId(),
                Map.of(
                        ContentPublicationModel.PUBLICATION_DECISION.name(),
                        Outcomes.text(Decision.MOVE),
                        ContentPublicationModel.DECISION_REASON.name(),
                        reason,
                        ContentPublicationModel.NEW_SLOT.name(),
                        newSlot));
    }
}
