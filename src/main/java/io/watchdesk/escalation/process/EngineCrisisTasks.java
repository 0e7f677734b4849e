package io.watchdesk.escalation.process;

import io.watchdesk.escalation.CrisisTasks;
import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.platform.People;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineCrisisTasks implements CrisisTasks {

    private final TaskService tasks;
    private final People people;
    private final ApplicationRights rights;

    EngineCrisisTasks(@Lazy TaskService tasks, People people, ApplicationRights rights) {
        this.tasks = tasks;
        this.people = people;
        this.rights = rights;
    }

    @Override
    public Optional<String> firstFor(String crisisId, String person) {
        List<String> groups = people.groupsOf(person);
        return rights.call(() -> {
            String[] open = open(crisisId);
            return groups.isEmpty() || open.length == 0
                    ? Optional.empty()
                    : tasks
                            .createTaskQuery()
                            .taskIdIn(open)
                            .taskCandidateGroupIn(groups)
                            .orderByTaskCreateTime()
                            .asc()
                            .listPage(0, 1)
                            .stream()
                            .findFirst()
                            .map(Task::getId);
        });
    }

    /** Asked for together with groups, H2 reads the tasks of all that these groups may do. */
    private String[] open(String crisisId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(crisisId).list().stream()
                .map(Task::getId)
                .toArray(String[]::new);
    }
}
