package io.watchdesk.crisis.process;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Deadlines.Mark;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.platform.Outcomes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Every timer and due date of a crisis that asks {@code crisisClocks}, in whatever process it runs. Changing the level
 * moves none of them by itself; this does, from the first sighting.
 */
@Component
class RunningClocks {

    private static final Pattern ASKED = Pattern.compile(
            "\\$\\{\\s*crisisClocks\\.at\\(\\s*execution\\s*,\\s*'([A-Za-z]+)'(?:\\s*,\\s*'([A-Za-z]+)')?\\s*\\)\\s*}");

    /** The task's own variable that lists show. */
    private static final String CARD = "level";

    private static final Pattern LEVEL_IN_NAME = Pattern.compile("\\((blue|yellow|orange|red)\\):");

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final CrisisClocks clocks;
    private final Crises crises;
    private final Timeline timeline;
    private final ApplicationRights rights;
    private final Clock clock;

    RunningClocks(
            RuntimeService runtime,
            ManagementService management,
            RepositoryService repository,
            TaskService tasks,
            CrisisClocks clocks,
            Crises crises,
            Timeline timeline,
            ApplicationRights rights,
            Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
        this.tasks = tasks;
        this.clocks = clocks;
        this.crises = crises;
        this.timeline = timeline;
        this.rights = rights;
        this.clock = clock;
    }

    /** Sets all of them anew. A clock that the level does not demand any more keeps its time. */
    void recompute(String crisisId) {
        rights.run(() -> {
            for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(crisisId)
                    .list()) {
                timers(crisisId, instance);
                dueDates(crisisId, instance);
                cards(crisisId, instance);
            }
        });
    }

    private void timers(String crisisId, ProcessInstance instance) {
        for (Job timer : management
                .createJobQuery()
                .timers()
                .processInstanceId(instance.getId())
                .list()) {
            JobDefinition definition = management
                    .createJobDefinitionQuery()
                    .jobDefinitionId(timer.getJobDefinitionId())
                    .singleResult();
            asked(instance, definition.getActivityId())
                    .flatMap(asked -> due(crisisId, asked))
                    .ifPresent(due -> {
                        management.setJobDuedate(timer.getId(), Date.from(due));
                        breached(crisisId, definition.getActivityId(), timer.getDuedate(), due);
                    });
        }
    }

    private void dueDates(String crisisId, ProcessInstance instance) {
        for (Task task :
                tasks.createTaskQuery().processInstanceId(instance.getId()).list()) {
            UserTask element = repository
                    .getBpmnModelInstance(instance.getProcessDefinitionId())
                    .getModelElementById(task.getTaskDefinitionKey());
            Optional.ofNullable(element)
                    .map(UserTask::getCamundaDueDate)
                    .flatMap(RunningClocks::asked)
                    .flatMap(asked -> due(crisisId, asked))
                    .map(Date::from)
                    .filter(due -> !Objects.equals(due, task.getDueDate()))
                    .ifPresent(due -> {
                        task.setDueDate(due);
                        tasks.saveTask(task);
                    });
        }
    }

    /** What lists show of a task: its name and its card carry the level. */
    private void cards(String crisisId, ProcessInstance instance) {
        String level = Outcomes.text(crises.get(crisisId).level());
        for (Task task :
                tasks.createTaskQuery().processInstanceId(instance.getId()).list()) {
            if (tasks.getVariableLocal(task.getId(), CARD) != null) {
                tasks.setVariableLocal(task.getId(), CARD, level);
                task.setName(LEVEL_IN_NAME.matcher(task.getName()).replaceFirst("(" + level + "):"));
                tasks.saveTask(task);
            }
        }
    }

    private void breached(String crisisId, String element, Date before, Instant due) {
        Instant now = clock.instant();
        if (before != null && before.toInstant().isAfter(now) && !due.isAfter(now)) {
            timeline.record(
                    crisisId,
                    "crisis.clockBreached",
                    "At the level %s this is due at once: %s."
                            .formatted(Outcomes.text(crises.get(crisisId).level()), element));
        }
    }

    private Optional<Instant> due(String crisisId, Asked asked) {
        return clocks.find(crisisId, asked.clock(), asked.mark());
    }

    private Optional<Asked> asked(ProcessInstance instance, String element) {
        BaseElement node = repository
                .getBpmnModelInstance(instance.getProcessDefinitionId())
                .getModelElementById(element);
        Collection<TimerEventDefinition> timers =
                node == null ? java.util.List.of() : node.getChildElementsByType(TimerEventDefinition.class);
        return timers.stream()
                .map(TimerEventDefinition::getTimeDate)
                .filter(Objects::nonNull)
                .flatMap(date -> asked(date.getTextContent()).stream())
                .findFirst();
    }

    private static Optional<Asked> asked(String expression) {
        Matcher matcher = ASKED.matcher(expression == null ? "" : expression.strip());
        return matcher.matches()
                ? Optional.of(new Asked(
                        matcher.group(1), matcher.group(2) == null ? Outcomes.text(Mark.DUE) : matcher.group(2)))
                : Optional.empty();
    }

    private record Asked(String clock, String mark) {}
}
