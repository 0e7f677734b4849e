package io.watchdesk.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A new version of every model comes while instances stand at every place where they can wait. The models are our own,
 * with their steps, scopes and events; only what asks for the rest of the application is taken out of them.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InstanceMigrationTest {

    private static final Map<String, BpmnModelInstance> MODELS = models();
    private static final Date DUE = new Date(4_000_000_000_000L);

    /** By process and step: who waits there, and at what. */
    private static final Map<String, Map<String, ProcessInstance>> WAITING = new TreeMap<>();

    private static final Map<String, String> BEFORE = new TreeMap<>();

    private static ProcessEngine engine;
    private static InstanceMigration.Report report;

    @BeforeAll
    static void a_new_version_of_every_model_while_instances_wait_everywhere() {
        StandaloneInMemProcessEngineConfiguration settings = new StandaloneInMemProcessEngineConfiguration();
        settings.setJdbcUrl("jdbc:h2:mem:migration" + UUID.randomUUID());
        settings.setProcessEngineName("migration");
        settings.setJobExecutorActivate(false);
        settings.setEnforceHistoryTimeToLive(false);
        engine = settings.buildProcessEngine();
        deploy("first");
        MODELS.forEach((process, model) -> {
            Map<String, ProcessInstance> waiting = new TreeMap<>();
            places(model).forEach(place -> waiting.put(place, startedAt(process, place)));
            WAITING.put(process, waiting);
        });
        engine.getManagementService()
                .createJobQuery()
                .timers()
                .list()
                .forEach(timer -> engine.getManagementService().setJobDuedate(timer.getId(), DUE));
        WAITING.values().forEach(places -> places.values().forEach(each -> BEFORE.put(each.getId(), standing(each))));
        deploy("second");
        report = new InstanceMigration(engine, true).migrate();
    }

    @AfterAll
    static void no_engine() {
        engine.close();
    }

    static Stream<String> processes() {
        return MODELS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void instances_move_to_a_new_version_from_wherever_they_wait(String process) {
        String newest = newest(process);
        WAITING.get(process).forEach((place, instance) -> {
            assertThat(engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceId(instance.getId())
                            .singleResult()
                            .getProcessDefinitionId())
                    .as("version of the instance at %s", place)
                    .isEqualTo(newest);
            assertThat(standing(instance))
                    .as("tasks, jobs and events at %s", place)
                    .isEqualTo(BEFORE.get(instance.getId()));
        });
    }

    @Test
    void nothing_stays_and_no_timer_is_left_behind() {
        assertThat(report.stayed()).isEmpty();
        assertThat(report.moved()).isGreaterThan(100);
        assertThat(orphans())
                .as("jobs of a definition that is not their instance's")
                .isEmpty();
    }

    @Test
    void an_instance_whose_step_is_gone_stays_and_is_told() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("shrinking.bpmn", model("first"))
                .deploy();
        ProcessInstance instance = engine.getRuntimeService().startProcessInstanceByKey("shrinking", "K-1");
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("shrinking.bpmn", model("other"))
                .deploy();

        assertThat(new InstanceMigration(engine, true).migrate().stayed())
                .singleElement()
                .asString()
                .contains("shrinking K-1", instance.getId());
    }

    private static BpmnModelInstance model(String step) {
        return Bpmn.createExecutableProcess("shrinking")
                .startEvent()
                .userTask(step)
                .endEvent()
                .done();
    }

    /** Every step at which an instance may rest: for a person, a message, a timer, another process or a job. */
    private static List<String> places(BpmnModelInstance model) {
        List<String> places = new ArrayList<>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            boolean waits = node instanceof UserTask
                    || node instanceof ReceiveTask
                    || node instanceof IntermediateCatchEvent
                            && !(node.getPreviousNodes().list().stream().anyMatch(EventBasedGateway.class::isInstance))
                    || node instanceof EventBasedGateway
                    || node instanceof CallActivity
                    || node.isCamundaAsyncBefore();
            if (waits) {
                places.add(node.getId());
            }
        }
        return places;
    }

    private static ProcessInstance startedAt(String process, String place) {
        return engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(place)
                .startBeforeActivity(place)
                .execute(true, true);
    }

    private static String standing(ProcessInstance instance) {
        List<String> standing = new ArrayList<>();
        engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).list().stream()
                .map(task -> "task " + task.getTaskDefinitionKey() + " " + task.getId())
                .forEach(standing::add);
        engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).list().stream()
                .map(job -> "job " + activity(job) + " " + job.getId() + " " + job.getDuedate())
                .forEach(standing::add);
        engine.getRuntimeService().createEventSubscriptionQuery().processInstanceId(instance.getId()).list().stream()
                .map(event -> "event " + event.getActivityId() + " " + event.getEventName())
                .forEach(standing::add);
        standing.sort(null);
        return String.join("\n", standing);
    }

    private static String activity(Job job) {
        return definition(job).getActivityId();
    }

    private static JobDefinition definition(Job job) {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
    }

    private static List<String> orphans() {
        List<String> orphans = new ArrayList<>();
        for (Job job : engine.getManagementService().createJobQuery().list()) {
            if (job.getProcessInstanceId() == null) {
                continue;
            }
            String version = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceId(job.getProcessInstanceId())
                    .singleResult()
                    .getProcessDefinitionId();
            if (!version.equals(job.getProcessDefinitionId())
                    || !version.equals(definition(job).getProcessDefinitionId())) {
                orphans.add(definition(job).getActivityId());
            }
        }
        return orphans;
    }

    private static String newest(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private static void deploy(String name) {
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name(name);
        MODELS.forEach((process, model) -> {
            BpmnModelInstance version = model.clone();
            version.getModelElementsByType(Process.class).forEach(each -> each.setName(name));
            deployment.addModelInstance(process + ".bpmn", version);
        });
        deployment.deploy();
    }

    private static Map<String, BpmnModelInstance> models() {
        Map<String, BpmnModelInstance> models = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".bpmn")).toList()) {
                BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
                models.put(
                        model.getModelElementsByType(Process.class)
                                .iterator()
                                .next()
                                .getId(),
                        alone(model));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return models;
    }

    /** Takes out what asks for beans, variables, forms and tables; steps, scopes and events stay. */
    private static BpmnModelInstance alone(BpmnModelInstance model) {
        removeAll(model.getModelElementsByType(ExtensionElements.class));
        model.getModelElementsByType(TimeDuration.class).forEach(each -> each.setTextContent("PT1H"));
        model.getModelElementsByType(TimeDate.class).forEach(each -> each.setTextContent("2050-01-01T00:00:00Z"));
        model.getModelElementsByType(TimeCycle.class).forEach(each -> each.setTextContent("R3/PT1H"));
        for (MultiInstanceLoopCharacteristics loop :
                model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)) {
            loop.setCamundaCollection(null);
            loop.setCamundaElementVariable(null);
            loop.builder().cardinality("1");
        }
        Map<String, String> plain = new HashMap<>();
        plain.put("candidateGroups", null);
        plain.put("assignee", null);
        plain.put("candidateUsers", null);
        plain.put("dueDate", null);
        plain.put("followUpDate", null);
        plain.put("priority", null);
        plain.put("formKey", null);
        plain.put("formRef", null);
        plain.put("formRefBinding", null);
        plain.put("jobPriority", null);
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            node.setName(node.getId());
            plain.keySet().forEach(name -> node.removeAttributeNs("http://camunda.org/schema/1.0/bpmn", name));
            boolean rests = node instanceof UserTask
                    || node instanceof ReceiveTask
                    || node instanceof IntermediateCatchEvent
                    || node instanceof CallActivity;
            if (!rests && !node.getIncoming().isEmpty()) {
                // Nothing runs: what is neither a person's nor an event's waits as a job.
                node.setCamundaAsyncBefore(true);
            }
            if (node instanceof ServiceTask task) {
                task.removeAttributeNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression");
                task.setCamundaExpression("${true}");
            }
        }
        return model;
    }

    private static void removeAll(Collection<ExtensionElements> elements) {
        List.copyOf(elements).forEach(each -> each.getParentElement().removeChildElement(each));
    }
}
