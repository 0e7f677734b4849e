package io.watchdesk.publishing.process;

import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.HeldAnswers;
import io.watchdesk.publishing.Ledger;
import io.watchdesk.publishing.PublicationDecisions;
import io.watchdesk.publishing.PublicationDecisions.Decision;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the task by the publication's id and completes it as Tasklist would. */
@Component
class EngineHeldAnswers implements HeldAnswers {

    private static final String[] PLACES = {
        ContentPublicationModel.USER_DECIDE_HELD_PUBLICATION,
        ContentPublicationModel.USER_AWAIT_SLOT,
        ContentPublicationModel.USER_DECIDE_LATE_PUBLICATION,
        ContentPublicationModel.USER_RESOLVE_FAILED_PUBLICATION
    };

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final PublicationDecisions decisions;
    private final Ledger ledger;
    private final ApplicationRights rights;

    EngineHeldAnswers(
            @Lazy TaskService tasks,
            @Lazy RuntimeService runtime,
            PublicationDecisions decisions,
            Ledger ledger,
            ApplicationRights rights) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.decisions = decisions;
        this.ledger = ledger;
        this.rights = rights;
    }

    @Override
    public void answer(String publicationId, Decision decision, String reason, String newSlot) {
        rights.run(() -> openTask(publicationId)
                .ifPresentOrElse(
                        task -> tasks.complete(task.getId(), answers(decision, reason, newSlot)),
                        () -> withoutTask(publicationId, decision, reason, newSlot)));
    }

    private Optional<Task> openTask(String publicationId) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(ledger.get(publicationId).pieceId())
                .processVariableValueEquals(ContentPublicationModel.PUBLICATION_ID.name(), publicationId)
                .taskDefinitionKeyIn(PLACES)
                .list()
                .stream()
                .findFirst();
    }

    /** Between two steps it is not asked about; and whoever ended its process by hand left only the row. */
    private void withoutTask(String publicationId, Decision decision, String reason, String newSlot) {
        boolean running = runtime.createProcessInstanceQuery()
                        .processDefinitionKey(ContentPublicationModel.PROCESS)
                        .processInstanceBusinessKey(ledger.get(publicationId).pieceId())
                        .variableValueEquals(ContentPublicationModel.PUBLICATION_ID.name(), publicationId)
                        .count()
                > 0;
        if (running) {
            throw new Refused(
                    "%s is being sent or tried again right now; decide in a minute.".formatted(publicationId));
        }
        if (decision != Decision.DROP) {
            throw new Refused(
                    "The process of %s was ended by hand, so it can only be dropped.".formatted(publicationId));
        }
        decisions.decide(PublicationDecisions.Place.WAITING, publicationId, decision, reason, newSlot);
    }

    private static VariableMap answers(Decision decision, String reason, String newSlot) {
        return Variables.createVariables()
                .putValue(ContentPublicationModel.PUBLICATION_DECISION.name(), Outcomes.text(decision))
                .putValue(ContentPublicationModel.DECISION_REASON.name(), reason)
                .putValue(ContentPublicationModel.NEW_SLOT.name(), newSlot);
    }
}
