package io.watchdesk.crisis.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The task that a reminder is about. */
@Component
class OpenTask {

    /** The open task of this element in the instance, or empty when it was just completed. */
    Optional<Task> of(DelegateExecution execution, String element) {
        return execution
                .getProcessEngineServices()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(element)
                .list()
                .stream()
                .findFirst();
    }

    /** The groups that may do it. */
    List<String> groups(DelegateExecution execution, Task task) {
        return execution.getProcessEngineServices().getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }
}
