package io.watchdesk.oncall.process;

import io.watchdesk.oncall.CoverageMended;
import io.watchdesk.platform.ApplicationRights;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes tasks away whose trouble is over. */
@Component
class MendedFindings {

    private final TaskService tasks;
    private final ApplicationRights rights;

    MendedFindings(TaskService tasks, ApplicationRights rights) {
        this.tasks = tasks;
        this.rights = rights;
    }

    @EventListener
    void mended(CoverageMended event) {
        rights.run(() -> tasks
                .createTaskQuery()
                .taskDefinitionKey(OncallCoverageModel.USER_MEND_COVERAGE)
                .taskVariableValueEquals(OncallCoverageModel.FINDING_ID.name(), event.findingId())
                .list()
                .stream()
                .map(Task::getId)
                .forEach(tasks::complete));
    }
}
