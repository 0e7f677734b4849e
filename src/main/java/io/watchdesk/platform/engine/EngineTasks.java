package io.watchdesk.platform.engine;

import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Tasks;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the engine's task query, which shows a signed-in person only what the authorizations allow. */
@Component
class EngineTasks implements Tasks {

    private final TaskService tasks;
    private final People people;

    EngineTasks(@Lazy TaskService tasks, People people) {
        this.tasks = tasks;
        this.people = people;
    }

    @Override
    public OpenTask visible(String taskId) {
        Task task = taskId == null || taskId.isBlank()
                ? null
                : tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new Refused("This task does not exist, is done, or is not yours to see.");
        }
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getAssignee(),
                tasks.getVariables(task.getId()));
    }

    @Override
    public OpenTask claimed(String taskId) {
        OpenTask task = visible(taskId);
        if (task.assignee() == null) {
            throw new Refused("Nobody has claimed this task yet. Claim it first.");
        }
        if (!task.assignee().equals(people.actor())) {
            throw new Refused("%s has claimed this task; only that person can work on it."
                    .formatted(people.displayName(task.assignee())));
        }
        return task;
    }
}
