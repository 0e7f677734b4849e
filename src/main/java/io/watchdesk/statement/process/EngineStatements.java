package io.watchdesk.statement.process;

import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.People;
import io.watchdesk.statement.Audience;
import io.watchdesk.statement.StatementProcess;
import io.watchdesk.statement.Step;
import io.watchdesk.statement.Times;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The running instances of {@code crisis-statement} and {@code crisis-update}. */
@Component
class EngineStatements implements StatementProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final ApplicationRights rights;
    private final People people;

    EngineStatements(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            ApplicationRights rights,
            People people) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.rights = rights;
        this.people = people;
    }

    @Override
    public void superseded(String statementId) {
        rights.run(() -> runtime.createMessageCorrelation(CrisisStatementModel.MESSAGE_SUPERSEDED)
                .processInstanceVariableEquals(CrisisStatementModel.STATEMENT_ID.name(), statementId)
                .correlateAll());
    }

    @Override
    public void updateDemanded(String crisisId) {
        rights.run(() -> runtime.createMessageCorrelation(CrisisUpdateModel.MESSAGE_UPDATE_DEMANDED)
                .processInstanceBusinessKey(crisisId)
                .correlateAll());
    }

    @Override
    public void clockMoved(String statementId, Times times) {
        rights.run(() -> statement(statementId).forEach(instance -> {
            runtime.setVariables(instance.getId(), ClockVariables.statement(times));
            move(
                    instance,
                    Map.of(
                            CrisisStatementModel.TIMER_HALF_TIME_OVER, times.warning(),
                            CrisisStatementModel.TIMER_TIME_NEARLY_OVER, times.lastWarning(),
                            CrisisStatementModel.TIMER_DEADLINE_PASSED, times.due()));
            due(instance, times.due());
        }));
    }

    @Override
    public void clockMoved(String crisisId, Audience audience, Times times) {
        rights.run(() -> updates(crisisId, audience).forEach(instance -> {
            runtime.setVariables(instance.getId(), ClockVariables.update(times));
            move(
                    instance,
                    Map.of(
                            CrisisUpdateModel.TIMER_HALF_TIME_OVER, times.warning(),
                            CrisisUpdateModel.TIMER_TIME_NEARLY_OVER, times.lastWarning(),
                            CrisisUpdateModel.TIMER_UPDATE_OVERDUE, times.due()));
            due(instance, times.due());
        }));
    }

    @Override
    public List<OpenStep> groupAdded(String statementId, Step step, String group) {
        return rights.call(() -> statement(statementId).stream()
                .flatMap(
                        instance -> tasks
                                .createTaskQuery()
                                .processInstanceId(instance.getId())
                                .taskDefinitionKey(step.task())
                                .list()
                                .stream())
                .map(task -> {
                    tasks.addCandidateGroup(task.getId(), group);
                    return openStep(task);
                })
                .toList());
    }

    @Override
    public List<OpenStep> open(String statementId) {
        return rights.call(
                () -> statement(statementId).stream().flatMap(this::openTasks).toList());
    }

    @Override
    public List<OpenStep> open(String crisisId, Audience audience) {
        return rights.call(() ->
                updates(crisisId, audience).stream().flatMap(this::openTasks).toList());
    }

    private Stream<OpenStep> openTasks(ProcessInstance instance) {
        return tasks.createTaskQuery().processInstanceId(instance.getId()).list().stream()
                .map(this::openStep);
    }

    private OpenStep openStep(Task task) {
        Set<String> names = new LinkedHashSet<>();
        if (task.getAssignee() != null) {
            names.add(task.getAssignee());
        } else {
            for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
                if (link.getGroupId() != null) {
                    people.inGroup(link.getGroupId()).forEach(member -> names.add(member.id()));
                }
            }
        }
        return new OpenStep(task.getId(), task.getName(), List.copyOf(names));
    }

    private void move(ProcessInstance instance, Map<String, Instant> moments) {
        moments.forEach((element, moment) -> {
            for (Job timer : management
                    .createJobQuery()
                    .timers()
                    .processInstanceId(instance.getId())
                    .activityId(element)
                    .list()) {
                management.setJobDuedate(timer.getId(), Date.from(moment));
            }
        });
    }

    private void due(ProcessInstance instance, Instant due) {
        for (Task task :
                tasks.createTaskQuery().processInstanceId(instance.getId()).list()) {
            task.setDueDate(Date.from(due));
            tasks.saveTask(task);
        }
    }

    private List<ProcessInstance> statement(String statementId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(CrisisStatementModel.PROCESS)
                .variableValueEquals(CrisisStatementModel.STATEMENT_ID.name(), statementId)
                .list();
    }

    private List<ProcessInstance> updates(String crisisId, Audience audience) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(CrisisUpdateModel.PROCESS)
                .processInstanceBusinessKey(crisisId)
                .variableValueEquals(CrisisUpdateModel.AUDIENCE.name(), Outcomes.text(audience))
                .list();
    }
}
