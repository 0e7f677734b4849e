package io.watchdesk.review.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The review tasks of one process instance that still wait. */
@Component
class OpenReviews {

    /** The oldest of them, or empty when the last was just completed. */
    Optional<Task> first(DelegateExecution execution) {
        return all(execution).stream().findFirst();
    }

    /** Gives all of them this priority. */
    void raise(DelegateExecution execution, int priority) {
        all(execution)
                .forEach(task ->
                        execution.getProcessEngineServices().getTaskService().setPriority(task.getId(), priority));
    }

    private static List<Task> all(DelegateExecution execution) {
        return execution
                .getProcessEngineServices()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(ContentReviewModel.USER_REVIEW_CONTENT)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }
}
