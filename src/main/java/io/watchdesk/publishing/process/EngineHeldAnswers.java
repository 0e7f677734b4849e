package io.watchdesk.publishing.process;

import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.HeldAnswers;
import io.watchdesk.publishing.PublicationDecisions.Decision;
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
    private final ApplicationRights rights;

    EngineHeldAnswers(@Lazy TaskService tasks, ApplicationRights rights) {
        this.tasks = tasks;
        this.rights = rights;
    }

    @Override
    public void answer(String publicationId, Decision decision, String reason, String newSlot) {
        rights.run(() -> {
            Task task = tasks
                    .createTaskQuery()
                    .processVariableValueEquals(ContentPublicationModel.PUBLICATION_ID.name(), publicationId)
                    .taskDefinitionKeyIn(PLACES)
                    .list()
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> new Refused(
                            "%s is being sent or tried again right now; decide in a minute.".formatted(publicationId)));
            VariableMap answers = Variables.createVariables()
                    .putValue(ContentPublicationModel.PUBLICATION_DECISION.name(), Outcomes.text(decision))
                    .putValue(ContentPublicationModel.DECISION_REASON.name(), reason)
                    .putValue(ContentPublicationModel.NEW_SLOT.name(), newSlot);
            tasks.complete(task.getId(), answers);
        });
    }
}
