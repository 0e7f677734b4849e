package io.watchdesk.platform.engine;

import io.watchdesk.platform.AnswersDropped;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Which variables a person may write by completing a task or starting a process: those that the model names in the
 * element's extension property {@code answers}, separated by commas. No property means none.
 */
class DeclaredAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(DeclaredAnswers.class);
    private static final String PROPERTY = "answers";
    private static final int MOST_NAMES = 20;
    private static final int LONGEST_NAME = 60;
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}_.-]");

    private final ProcessEngineConfigurationImpl engine;
    private final People people;
    private final ApplicationEventPublisher events;
    private final GoneTasks gone;

    DeclaredAnswers(
            ProcessEngineConfigurationImpl engine, People people, ApplicationEventPublisher events, GoneTasks gone) {
        this.engine = engine;
        this.people = people;
        this.events = events;
        this.gone = gone;
    }

    /** Completes a task with its declared answers; work that the engine does itself, inside a command, stays free. */
    <T> T completing(String taskId, Map<String, Object> sent, Function<Map<String, Object>, T> completion) {
        if (insideCommand()) {
            return completion.apply(sent);
        }
        return engine.getCommandExecutorTxRequired().execute(command -> {
            TaskEntity task = taskId == null ? null : command.getTaskManager().findTaskById(taskId);
            if (task == null) {
                throw new Refused(gone.sentence(taskId));
            }
            engine.getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
            refuseIfSomebodyElseHasIt(task);
            return completion.apply(declared(task.getBpmnModelElementInstance(), task.getId(), sent));
        });
    }

    /** Claims a task, saying to who comes too late what became of it. */
    void claiming(String taskId, Runnable claim) {
        try {
            claim.run();
        } catch (TaskAlreadyClaimedException claimed) {
            String assignee = engine.getCommandExecutorTxRequired()
                    .execute(command -> command.getTaskManager().findTaskById(taskId))
                    .getAssignee();
            throw new Refused("%s has claimed this task already.".formatted(people.displayName(assignee)));
        } catch (NullValueException missing) {
            throw new Refused(gone.sentence(taskId));
        }
    }

    /** Starts a process with the declared answers of its start event. */
    <T> T starting(String definitionId, Map<String, Object> sent, Function<Map<String, Object>, T> start) {
        if (insideCommand()) {
            return start.apply(sent);
        }
        return engine.getCommandExecutorTxRequired().execute(command -> {
            ProcessDefinitionEntity definition =
                    engine.getDeploymentCache().findDeployedProcessDefinitionById(definitionId);
            return start.apply(declared(startEvent(definition), definition.getKey(), sent));
        });
    }

    /** The person who calls from outside the engine, or null for the engine's own work and for work nobody signed for. */
    String personOutside() {
        Authentication authentication = engine.getIdentityService().getCurrentAuthentication();
        return insideCommand() || authentication == null ? null : authentication.getUserId();
    }

    /** The ids of all groups, also for those who may not ask for them. */
    List<String> groups() {
        return people.asSystem(
                () -> engine.getIdentityService().createGroupQuery().orderByGroupId().asc().list().stream()
                        .map(Group::getId)
                        .toList());
    }

    /** Whether somebody without administrator rights calls from outside the engine. */
    boolean ordinaryPersonOutside() {
        Authentication authentication = engine.getIdentityService().getCurrentAuthentication();
        if (insideCommand() || authentication == null) {
            return false;
        }
        List<String> groups = authentication.getGroupIds() == null ? List.of() : authentication.getGroupIds();
        return groups.stream().noneMatch(engine.getAdminGroups()::contains)
                && !engine.getAdminUsers().contains(authentication.getUserId());
    }

    /** Whether nobody who is signed in calls from outside the engine. */
    boolean nobodyOutside() {
        return !insideCommand() && engine.getIdentityService().getCurrentAuthentication() == null;
    }

    /** The id of the newest version of a process. */
    String latest(String definitionKey) {
        return engine.getCommandExecutorTxRequired()
                .execute(command -> engine.getDeploymentCache()
                        .findDeployedLatestProcessDefinitionByKey(definitionKey)
                        .getId());
    }

    private static boolean insideCommand() {
        return Context.getCommandContext() != null;
    }

    private void refuseIfSomebodyElseHasIt(TaskEntity task) {
        Authentication authentication = engine.getIdentityService().getCurrentAuthentication();
        if (authentication != null
                && task.getAssignee() != null
                && !task.getAssignee().equals(authentication.getUserId())) {
            throw new Refused("%s has claimed this task; only that person can complete it."
                    .formatted(people.displayName(task.getAssignee())));
        }
    }

    private FlowElement startEvent(ProcessDefinitionEntity definition) {
        return definition.getInitial() == null
                ? null
                : engine.getDeploymentCache()
                        .findBpmnModelInstanceForProcessDefinition(definition)
                        .getModelElementById(definition.getInitial().getId());
    }

    private Map<String, Object> declared(FlowElement element, String subject, Map<String, Object> sent) {
        if (sent == null || sent.isEmpty()) {
            return sent;
        }
        Set<String> answers = answersOf(element);
        List<String> dropped =
                sent.keySet().stream().filter(name -> !answers.contains(name)).toList();
        if (dropped.isEmpty()) {
            return sent;
        }
        VariableMap kept = Variables.fromMap(sent);
        dropped.forEach(kept::remove);
        report(element, subject, dropped);
        return kept;
    }

    private static Set<String> answersOf(FlowElement element) {
        if (element == null || element.getExtensionElements() == null) {
            return Set.of();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> PROPERTY.equals(property.getCamundaName()))
                .filter(property -> property.getCamundaValue() != null)
                .flatMap(property -> SEPARATOR.splitAsStream(property.getCamundaValue()))
                .collect(Collectors.toSet());
    }

    private void report(FlowElement element, String subject, List<String> dropped) {
        Authentication authentication = engine.getIdentityService().getCurrentAuthentication();
        String person = authentication == null ? People.SYSTEM : authentication.getUserId();
        List<String> names = new ArrayList<>();
        for (String name : dropped.subList(0, Math.min(MOST_NAMES, dropped.size()))) {
            String safe = UNSAFE.matcher(String.valueOf(name)).replaceAll("?");
            names.add(safe.substring(0, Math.min(LONGEST_NAME, safe.length())));
        }
        String place = element == null ? "" : element.getId();
        LOG.warn("{} sent undeclared answers to {} ({}), which were dropped: {}", person, place, subject, names);
        events.publishEvent(new AnswersDropped(person, place, subject, names));
    }
}
