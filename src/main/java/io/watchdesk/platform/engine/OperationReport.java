package io.watchdesk.platform.engine;

import io.watchdesk.platform.EngineOperated;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.context.ApplicationEventPublisher;

/** Tells what administrators do by hand, in the same transaction; values are left out, because they may be anything. */
class OperationReport implements HistoryEventHandler {

    private static final Set<String> BY_HAND =
            Set.of(UserOperationLogEntry.CATEGORY_OPERATOR, UserOperationLogEntry.CATEGORY_ADMIN);

    private final ApplicationEventPublisher events;

    OperationReport(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity operation
                && operation.getUserId() != null
                && BY_HAND.contains(operation.getCategory())) {
            events.publishEvent(new EngineOperated(
                    operation.getUserId(),
                    text(operation.getOperationType()),
                    text(operation.getEntityType()),
                    text(operation.getProperty()),
                    subject(operation)));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> all) {
        all.forEach(this::handleEvent);
    }

    private static String subject(UserOperationLogEntryEventEntity operation) {
        return Stream.of(
                        operation.getTaskId(),
                        operation.getJobId(),
                        operation.getProcessInstanceId(),
                        operation.getProcessDefinitionId(),
                        operation.getDeploymentId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
