package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisHelpModel.HELP_ID;

import io.watchdesk.escalation.HelpSteps;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who may take the task of a call for help: the tiers called so far, and their people on call. */
@Component
class HelpTasks {

    private final HelpSteps steps;
    private final TaskService tasks;

    HelpTasks(HelpSteps steps, @Lazy TaskService tasks) {
        this.steps = steps;
        this.tasks = tasks;
    }

    /** Offers a new task. */
    void offer(DelegateTask task) {
        task.addCandidateUsers(steps.offer(HELP_ID.require(task.getExecution())).people());
    }

    /** Offers the open task to everybody who is called meanwhile. */
    void offerAgain(DelegateExecution execution) {
        HelpSteps.Offer offer = steps.offer(HELP_ID.require(execution));
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(CrisisHelpModel.USER_HELP_WITH_CRISIS)
                .list()) {
            List<IdentityLink> known = tasks.getIdentityLinksForTask(task.getId());
            offer.groups().stream()
                    .filter(group -> known.stream().noneMatch(link -> group.equals(link.getGroupId())))
                    .forEach(group -> tasks.addCandidateGroup(task.getId(), group));
            offer.people().stream()
                    .filter(person -> known.stream().noneMatch(link -> person.equals(link.getUserId())))
                    .forEach(person -> tasks.addCandidateUser(task.getId(), person));
        }
    }
}
