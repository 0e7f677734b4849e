package io.watchdesk.desk.plugin.process;

import io.watchdesk.desk.plugin.Walks;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Asks the engine as the person who looks for task and model; what happened on the way to a task belongs to the task. */
@Component
class EngineWalks implements Walks {

    private final TaskService tasks;
    private final RepositoryService models;
    private final HistoryService history;
    private final People people;

    EngineWalks(TaskService tasks, RepositoryService models, HistoryService history, People people) {
        this.tasks = tasks;
        this.models = models;
        this.history = history;
        this.people = people;
    }

    @Override
    public Optional<Walk> ofTask(String taskId) {
        Task task = task(taskId);
        if (task.getProcessDefinitionId() == null) {
            return Optional.empty();
        }
        ProcessDefinition model = models.createProcessDefinitionQuery()
                .processDefinitionId(task.getProcessDefinitionId())
                .singleResult();
        if (model == null) {
            return Optional.empty();
        }
        List<HistoricActivityInstance> passed = people.asSystem(() -> history.createHistoricActivityInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .orderPartiallyByOccurrence()
                .asc()
                .list());
        String name = passed.stream()
                .filter(each -> task.getTaskDefinitionKey().equals(each.getActivityId()))
                .map(HistoricActivityInstance::getActivityName)
                .findFirst()
                .orElse(task.getTaskDefinitionKey());
        return Optional.of(new Walk(
                model.getId(),
                model.getName(),
                task.getTaskDefinitionKey(),
                name,
                passed.stream().map(this::step).toList()));
    }

    @Override
    public Times times(String taskId) {
        Task task = task(taskId);
        return new Times(instant(task.getCreateTime()), instant(task.getDueDate()), instant(task.getFollowUpDate()));
    }

    private Task task(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new Refused("This task does not exist, is done, or is not yours to see.");
        }
        return task;
    }

    private Step step(HistoricActivityInstance passed) {
        return new Step(
                passed.getActivityId(),
                passed.getActivityName(),
                passed.getStartTime().toInstant(),
                ended(passed).orElse(null),
                passed.getAssignee() == null || passed.getEndTime() == null
                        ? null
                        : people.displayName(passed.getAssignee()));
    }

    private static Optional<Instant> ended(HistoricActivityInstance passed) {
        return Optional.ofNullable(instant(passed.getEndTime()));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
