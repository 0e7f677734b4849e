package io.watchdesk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Tag;

/**
 * The story of one process, told step by step: people complete tasks, jobs and timers run when the test says so and by
 * the id of their element. Nothing waits for real time. {@code BpmnAwareTests} is ready to use.
 */
@Tag("process")
public abstract class ProcessSpecification extends Specification {

    private static final int MORE_JOBS_THAN_ANY_STORY_NEEDS = 1000;

    @Override
    protected final boolean jobsRunByThemselves() {
        return false;
    }

    /** Starts a process as the system does, for example through a called process or a message of another capability. */
    protected final ProcessInstance starts(String process, String businessKey, Map<String, Object> variables) {
        return runtimeService.startProcessInstanceByKey(process, businessKey, variables);
    }

    /** Starts a process as this person does in Tasklist, with the answers of its start form. */
    protected final ProcessInstance starts(
            String person, String process, String businessKey, Map<String, Object> answers) {
        String definition = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        return as(person, () -> formService.submitStartForm(definition, businessKey, answers));
    }

    /** The open task of this element; fails with a list of what is open when there is none or more than one. */
    protected final Task task(String element) {
        List<Task> found =
                taskService.createTaskQuery().taskDefinitionKey(element).list();
        assertThat(found)
                .as("open tasks of %s; open are %s", element, openTasks())
                .hasSize(1);
        return found.get(0);
    }

    /** Claims the task of this element unless somebody has it, and completes it with these answers, as Tasklist does. */
    protected final void completes(String person, String element, Map<String, Object> answers) {
        completes(person, task(element), answers);
    }

    /** Claims this task unless somebody has it, and completes it with these answers, as Tasklist does. */
    protected final void completes(String person, Task task, Map<String, Object> answers) {
        as(person, () -> {
            if (task.getAssignee() == null) {
                taskService.claim(task.getId(), person);
            }
            formService.submitTaskForm(task.getId(), answers);
        });
    }

    /** Runs the waiting asynchronous job of this element once; what it throws reaches the test, and a retry is used up. */
    protected final void jobRuns(String element) {
        runs(waiting(managementService.createJobQuery().activityId(element).messages(), "asynchronous job", element));
    }

    /** Moves the clock to the moment this timer is due, unless that is past already, and lets it fire. */
    protected final void timerFires(String element) {
        Job timer =
                waiting(managementService.createJobQuery().activityId(element).timers(), "timer", element);
        if (timer.getDuedate() != null && timer.getDuedate().toInstant().isAfter(clock.instant())) {
            theTimeIs(timer.getDuedate().toInstant());
        }
        runs(timer);
    }

    /** Runs asynchronous jobs, never timers, until none is left that is due. */
    protected final void jobsRun() {
        for (int run = 0; run < MORE_JOBS_THAN_ANY_STORY_NEEDS; run++) {
            List<Job> due = managementService
                    .createJobQuery()
                    .messages()
                    .executable()
                    .orderByJobPriority()
                    .desc()
                    .orderByJobId()
                    .asc()
                    .list();
            if (due.isEmpty()) {
                return;
            }
            runs(due.get(0));
        }
        throw new AssertionError("The jobs do not come to an end: " + jobs());
    }

    /** Asserts that the instance passed all these elements, in whatever order. */
    protected final void passed(ProcessInstance instance, String... elements) {
        BpmnAwareTests.assertThat(instance).hasPassed(elements);
    }

    /** Asserts that the instance ended and that this end event was the last thing it reached. */
    protected final void endedAt(ProcessInstance instance, String endEvent) {
        HistoricProcessInstance past = historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        assertThat(past.getEndTime())
                .as("end of %s; open are %s, waiting are %s", past.getProcessDefinitionKey(), openTasks(), jobs())
                .isNotNull();
        assertThat(endOf(past)).isEqualTo(endEvent);
    }

    /** The end event that an instance reached last, or null; the engine's own name for it has no successor yet. */
    @SuppressWarnings("deprecation")
    protected static String endOf(HistoricProcessInstance past) {
        return past.getEndActivityId();
    }

    /** The instance of a called or message-started process with this business key; there must be one, ended or not. */
    protected final HistoricProcessInstance instanceOf(String process, String businessKey) {
        List<HistoricProcessInstance> found = historyService
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .list();
        assertThat(found).as("instances of %s for %s", process, businessKey).hasSize(1);
        return found.get(0);
    }

    /** The elements that this instance passed or reached, in the order in which it reached them. */
    protected final List<String> pathOf(String instanceId) {
        return historyService
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private void runs(Job job) {
        managementService.executeJob(job.getId());
    }

    private Job waiting(JobQuery query, String kind, String element) {
        return query.list().stream()
                .min(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Job::getId))
                .orElseThrow(() -> new AssertionError("No %s waits at %s; waiting are %s, open are %s."
                        .formatted(kind, element, jobs(), openTasks())));
    }

    private String openTasks() {
        return taskService.createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String jobs() {
        return managementService.createJobQuery().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .map(job -> managementService
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
