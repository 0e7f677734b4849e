package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisEscalationModel.CRISIS_ID;

import io.watchdesk.escalation.LadderSteps;
import io.watchdesk.platform.People;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who may take a tier's task: its group, and the people on call even where they are not in it. */
@Component
class TierTasks {

    private final LadderSteps steps;
    private final TaskService tasks;
    private final People people;

    TierTasks(LadderSteps steps, @Lazy TaskService tasks, People people) {
        this.steps = steps;
        this.tasks = tasks;
        this.people = people;
    }

    /** Offers a new task. */
    void offer(DelegateTask task) {
        LadderSteps.Offer offer = offer(CRISIS_ID.require(task.getExecution()), task.getTaskDefinitionKey());
        task.addCandidateUsers(offer.people());
        if (offer.group() != null) {
            task.addCandidateGroup(offer.group());
        }
    }

    /** Offers the open tasks to who is on call now, and frees those that somebody claimed who is gone. */
    void offerAgain(DelegateExecution execution) {
        String crisisId = CRISIS_ID.require(execution);
        List<Task> open = tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list();
        for (Task task : open) {
            if (CrisisEscalationModel.tierOf(task.getTaskDefinitionKey()) > 0) {
                offer(crisisId, task);
            }
        }
    }

    private void offer(String crisisId, Task task) {
        Set<String> known = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        offer(crisisId, task.getTaskDefinitionKey()).people().stream()
                .filter(person -> !known.contains(person))
                .forEach(person -> tasks.addCandidateUser(task.getId(), person));
        if (task.getAssignee() != null && people.find(task.getAssignee()).isEmpty()) {
            tasks.setAssignee(task.getId(), null);
        }
    }

    private LadderSteps.Offer offer(String crisisId, String element) {
        return steps.offer(crisisId, CrisisEscalationModel.tierOf(element));
    }
}
