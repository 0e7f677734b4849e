package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisWatchModel.STILL_ON_IT_ANSWER;
import static io.watchdesk.escalation.process.CrisisWatchModel.TAKE_OVER_ANSWER;

import io.watchdesk.crisis.CrisisAcknowledged;
import io.watchdesk.escalation.Acknowledgements;
import io.watchdesk.escalation.LadderTasks;
import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Completes tasks of ladder and watch for people who answered by another way than Tasklist. */
@Component
class EngineLadderTasks implements LadderTasks {

    /** A ladder has one task a tier; the engine answers nobody's question about all there are. */
    private static final int MOST = 20;

    private final TaskService tasks;
    private final ApplicationRights rights;
    private final People people;

    EngineLadderTasks(@Lazy TaskService tasks, ApplicationRights rights, People people) {
        this.tasks = tasks;
        this.rights = rights;
        this.people = people;
    }

    /** Ends the ladder of a crisis that was taken by another way; completing any tier's task does. */
    @EventListener
    void acknowledged(CrisisAcknowledged acknowledged) {
        if (Acknowledgements.TASKLIST.equals(acknowledged.via())) {
            return;
        }
        String holder = acknowledged.crisis().holder();
        rights.run(() -> tasks
                .createTaskQuery()
                .processDefinitionKey(CrisisEscalationModel.PROCESS)
                .processInstanceBusinessKey(acknowledged.crisis().id())
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .filter(task -> CrisisEscalationModel.tierOf(task.getTaskDefinitionKey()) > 0)
                .findFirst()
                .ifPresent(task -> people.as(holder, () -> {
                    tasks.complete(task.getId());
                    return null;
                })));
    }

    @Override
    public boolean offered(String crisisId) {
        return open(crisisId).findAny().isPresent();
    }

    @Override
    public boolean take(String crisisId) {
        Optional<Task> open = open(crisisId).findFirst();
        open.ifPresent(task -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), people.actor());
            }
            tasks.complete(task.getId());
        });
        return open.isPresent();
    }

    /** What the current person has claimed first, then what the person could claim; the engine shows nothing else. */
    private Stream<Task> open(String crisisId) {
        String person = people.actor();
        return Stream.concat(
                        ladder(crisisId).taskAssignee(person).listPage(0, MOST).stream(),
                        ladder(crisisId).taskCandidateUser(person).listPage(0, MOST).stream())
                .filter(task -> CrisisEscalationModel.tierOf(task.getTaskDefinitionKey()) > 0);
    }

    private TaskQuery ladder(String crisisId) {
        return tasks.createTaskQuery()
                .processDefinitionKey(CrisisEscalationModel.PROCESS)
                .processInstanceBusinessKey(crisisId);
    }

    @Override
    public boolean stillOnIt(String crisisId, String person) {
        return completes(
                CrisisWatchModel.USER_CONFIRM_STILL_ON_IT,
                crisisId,
                person,
                Map.of(STILL_ON_IT_ANSWER.name(), Outcomes.text(CrisisWatchModel.StillOnIt.YES)));
    }

    @Override
    public boolean takeOver(String crisisId, String person) {
        return completes(
                CrisisWatchModel.USER_TAKE_OVER_CRISIS,
                crisisId,
                person,
                Map.of(TAKE_OVER_ANSWER.name(), Outcomes.text(CrisisWatchModel.TakeOver.ACCEPTED)));
    }

    @Override
    public boolean help(String crisisId) {
        return rights.call(() -> {
            List<Task> open = tasks.createTaskQuery()
                    .taskDefinitionKey(CrisisHelpModel.USER_HELP_WITH_CRISIS)
                    .processInstanceBusinessKey(crisisId)
                    .list();
            open.forEach(task -> tasks.complete(task.getId()));
            return !open.isEmpty();
        });
    }

    private boolean completes(String element, String crisisId, String person, Map<String, Object> answers) {
        return rights.call(() -> {
            Optional<Task> open = tasks
                    .createTaskQuery()
                    .taskDefinitionKey(element)
                    .processInstanceBusinessKey(crisisId)
                    .taskAssignee(person)
                    .list()
                    .stream()
                    .findFirst();
            open.ifPresent(task -> tasks.complete(task.getId(), answers));
            return open.isPresent();
        });
    }
}
