package io.watchdesk.desk.process;

import io.watchdesk.desk.item.WalkedModels;
import io.watchdesk.platform.ApplicationRights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the past of a piece for whoever may see the piece; the page has asked for that right. */
@Component
class EngineWalkedModels implements WalkedModels {

    private static final int MOST_STEPS = 2000;

    private final HistoryService history;
    private final RepositoryService repository;
    private final ApplicationRights rights;

    EngineWalkedModels(@Lazy HistoryService history, @Lazy RepositoryService repository, ApplicationRights rights) {
        this.history = history;
        this.repository = repository;
        this.rights = rights;
    }

    @Override
    public List<Run> runs(String businessKey, int limit) {
        return rights.call(() -> history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, limit)
                .stream()
                .map(run -> new Run(
                        run.getId(),
                        run.getProcessDefinitionKey(),
                        run.getProcessDefinitionName(),
                        run.getStartTime().toInstant(),
                        instant(run.getEndTime())))
                .toList());
    }

    @Override
    public Optional<Walk> walk(String businessKey, String instanceId) {
        return rights.call(() -> Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instanceId)
                        .processInstanceBusinessKey(businessKey)
                        .singleResult())
                .map(this::walk));
    }

    private Walk walk(HistoricProcessInstance run) {
        List<HistoricActivityInstance> steps = history.createHistoricActivityInstanceQuery()
                .processInstanceId(run.getId())
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .listPage(0, MOST_STEPS);
        return new Walk(
                model(run.getProcessDefinitionId()),
                steps.stream()
                        .filter(step -> step.getEndTime() != null && !step.isCanceled())
                        .map(HistoricActivityInstance::getActivityId)
                        .distinct()
                        .toList(),
                steps.stream()
                        .filter(step -> step.getEndTime() == null)
                        .map(HistoricActivityInstance::getActivityId)
                        .distinct()
                        .toList());
    }

    private String model(String definitionId) {
        try (InputStream model = repository.getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
