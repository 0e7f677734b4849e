package io.watchdesk.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.platform.AnswersDropped;
import io.watchdesk.platform.ApplicationRights;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Tasks;
import io.watchdesk.testing.ProcessSpecification;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@Tag("any-database")
@RecordApplicationEvents
class GuardedEngineTest extends ProcessSpecification {

    @Autowired
    private AuthorizationService authorizationService;

    @Autowired
    private ApplicationRights applicationRights;

    @Autowired
    private Tasks tasks;

    @Autowired
    private ApplicationEvents events;

    private final List<Authorization> granted = new java.util.ArrayList<>();
    private String deployment;

    @BeforeEach
    void a_guarded_process() {
        deployment = repositoryService
                .createDeployment()
                .addClasspathResource("models/guarded.bpmn")
                .deploy()
                .getId();
        grant("writers", Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant("writers", Resources.PROCESS_DEFINITION, "guarded", Permissions.READ, Permissions.CREATE_INSTANCE);
        grant("writers", Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
    }

    @AfterEach
    void no_guarded_process() {
        repositoryService.deleteDeployment(deployment, true);
        granted.forEach(authorization -> authorizationService.deleteAuthorization(authorization.getId()));
    }

    @Test
    void a_completion_keeps_declared_answers_only() {
        ProcessInstance instance = starts("guarded", "G-1", Map.of());

        completes("wei", "UserTask_Answer", Map.of("answer", "yes", "author", "rita", "approved", true));

        assertThat(variablesOf(instance.getId())).isEqualTo(Map.of("answer", "yes"));
        assertThat(events.stream(AnswersDropped.class)).singleElement().satisfies(dropped -> {
            assertThat(dropped.person()).isEqualTo("wei");
            assertThat(dropped.element()).isEqualTo("UserTask_Answer");
            assertThat(dropped.names()).containsExactlyInAnyOrder("author", "approved");
        });
    }

    @Test
    @SuppressWarnings("deprecation")
    void every_way_to_complete_or_resolve_keeps_declared_answers_only() {
        Map<String, Object> sent =
                Variables.createVariables().putValue("answer", "yes").putValue("author", "x");
        List<java.util.function.Consumer<String>> ways = List.of(
                task -> taskService.complete(task, sent),
                task -> taskService.completeWithVariablesInReturn(task, sent, false),
                task -> taskService.resolveTask(task, sent),
                task -> formService.submitTaskForm(task, sent),
                task -> formService.submitTaskFormWithVariablesInReturn(task, sent, false),
                task -> formService.submitTaskFormData(task, Map.of("answer", "yes", "author", "x")));

        for (var way : ways) {
            ProcessInstance instance = starts("guarded", "G-1", Map.of());
            way.accept(taskOf(instance));
            assertThat(variablesOf(instance.getId())).isEqualTo(Map.of("answer", "yes"));
        }
    }

    @Test
    void names_in_the_log_cannot_forge_lines() {
        starts("guarded", "G-1", Map.of());

        completes("wei", "UserTask_Answer", Map.of("x\nERROR forged ".repeat(9), 1));

        assertThat(events.stream(AnswersDropped.class).flatMap(dropped -> dropped.names().stream()))
                .singleElement()
                .satisfies(name -> assertThat(name).hasSize(60).doesNotContain("\n"));
    }

    @Test
    void a_start_form_keeps_declared_answers_only() {
        ProcessInstance instance = starts("wei", "guarded", "G-1", Map.of("topic", "Spring", "approved", true));

        assertThat(variablesOf(instance.getId())).isEqualTo(Map.of("topic", "Spring"));
    }

    @Test
    void a_start_by_a_person_keeps_declared_answers_only_and_begins_at_the_beginning() {
        Map<String, Object> sent = Map.of("topic", "Spring", "approved", true);

        for (var start : List.<java.util.function.Supplier<ProcessInstance>>of(
                () -> runtimeService.startProcessInstanceByKey("guarded", new HashMap<>(sent)),
                () -> runtimeService.startProcessInstanceById(definition(), "G-1", new HashMap<>(sent)),
                () -> runtimeService
                        .createProcessInstanceByKey("guarded")
                        .setVariables(sent)
                        .executeWithVariablesInReturn())) {
            assertThat(variablesOf(as("wei", start).getId())).isEqualTo(Map.of("topic", "Spring"));
        }
        assertThatThrownBy(() -> as(
                        "wei",
                        () -> runtimeService
                                .createProcessInstanceByKey("guarded")
                                .startAfterActivity("UserTask_Answer")
                                .execute()))
                .isInstanceOf(Refused.class)
                .hasMessage("A process is started at its beginning only.");
    }

    @Test
    void the_system_starts_with_any_variables() {
        ProcessInstance instance = starts("guarded", "G-1", Map.of("approved", true));

        assertThat(variablesOf(instance.getId())).isEqualTo(Map.of("approved", true));
    }

    @Test
    void our_own_code_acts_with_the_application_s_rights_in_the_person_s_name() {
        String person = as(
                "pia",
                () -> applicationRights.call(() -> {
                    ProcessInstance instance =
                            runtimeService.startProcessInstanceByKey("guarded", "G-1", Map.of("approved", true));
                    assertThat(runtimeService.getVariables(instance.getId())).isEqualTo(Map.of("approved", true));
                    return people.actor();
                }));

        assertThat(person).isEqualTo("pia");
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey("G-1")
                        .count())
                .isOne();
    }

    @Test
    void a_refusal_reaches_the_caller_as_it_was_thrown_and_the_task_stays_open() {
        ProcessInstance instance = starts("guarded", "G-1", Map.of());

        assertThatThrownBy(() -> completes("wei", "UserTask_Answer", Map.of("answer", "refuse")))
                .isInstanceOf(Refused.class)
                .hasMessage("You wrote this text, so somebody else has to answer.");
        assertThat(variablesOf(instance.getId())).isEmpty();
        assertThat(task("UserTask_Answer").getAssignee()).isEqualTo("wei");
    }

    @Test
    void a_claimed_task_is_completed_by_nobody_else() {
        starts("guarded", "G-1", Map.of());
        String task = task("UserTask_Answer").getId();
        as("wanda", () -> taskService.claim(task, "wanda"));

        assertThatThrownBy(() -> as("wei", () -> taskService.complete(task)))
                .hasMessage("Wanda has claimed this task; only that person can complete it.");
        assertThatThrownBy(() -> as("wei", () -> taskService.claim(task, null))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as("wei", () -> taskService.setAssignee(task, null)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> as("wei", () -> tasks.claimed(task)))
                .hasMessage("Wanda has claimed this task; only that person can work on it.");
        assertThat(as("wanda", () -> tasks.claimed(task)).definitionKey()).isEqualTo("UserTask_Answer");
    }

    @Test
    void a_person_claims_for_herself_only_and_can_give_back() {
        starts("guarded", "G-1", Map.of());
        String task = task("UserTask_Answer").getId();

        assertThatThrownBy(() -> as("wei", () -> taskService.claim(task, "wanda")))
                .hasMessage("You can claim a task for yourself only.");
        as("wei", () -> taskService.claim(task, "wei"));
        as("wei", () -> taskService.setAssignee(task, null));

        assertThat(task("UserTask_Answer").getAssignee()).isNull();
        assertThatThrownBy(() -> as("wei", () -> tasks.claimed(task))).hasMessageContaining("Claim it first");
    }

    @Test
    void a_task_shows_only_to_those_who_may_see_it() {
        starts("guarded", "G-1", Map.of("title", "Spring"));
        String task = task("UserTask_Answer").getId();

        assertThat(as("wei", () -> tasks.visible(task)).text("title")).isEqualTo("Spring");
        for (String unseen : new String[] {task, "unknown", "", null}) {
            assertThatThrownBy(() -> as("pia", () -> tasks.visible(unseen)))
                    .hasMessage("This task does not exist, is done, or is not yours to see.");
        }
    }

    @Test
    void only_those_who_see_a_task_comment_on_it_or_attach_to_it() {
        starts("guarded", "G-1", Map.of());
        String task = task("UserTask_Answer").getId();
        String instance = task("UserTask_Answer").getProcessInstanceId();

        as("wei", () -> taskService.createComment(task, null, "Half done"));
        assertThat(taskService.getTaskComments(task)).hasSize(1);
        assertThatThrownBy(() -> as("pia", () -> taskService.createComment(task, null, "x")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as("pia", () -> taskService.createAttachment("t", task, null, "n", "d", "http://x")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> as("pia", () -> taskService.createAttachment("t", null, instance, "n", "d", "http://x")))
                .isInstanceOf(Refused.class);
        assertThat(taskService.getTaskAttachments(task)).isEmpty();
    }

    @Test
    void a_person_who_does_not_see_a_task_learns_nothing_by_completing_it() {
        starts("guarded", "G-1", Map.of());
        String task = task("UserTask_Answer").getId();
        as("wei", () -> taskService.claim(task, "wei"));

        assertThatThrownBy(() -> as("pia", () -> taskService.complete(task, Map.of("author", "pia"))))
                .isInstanceOf(AuthorizationException.class);
        assertThat(events.stream(AnswersDropped.class)).isEmpty();
    }

    @Test
    void a_task_that_is_gone_is_refused_with_a_sentence() {
        starts("guarded", "G-1", Map.of());
        String task = task("UserTask_Answer").getId();
        taskService.complete(task);

        assertThatThrownBy(() -> taskService.complete(task))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not open any more");
    }

    @Test
    void nobody_but_an_administrator_moves_a_process_past_its_tasks() {
        ProcessInstance instance = starts("guarded", "G-1", Map.of());
        String task = task("UserTask_Answer").getId();
        grant("writers", Resources.PROCESS_INSTANCE, "*", Permissions.UPDATE);

        assertThatThrownBy(() -> as("wei", () -> taskService.handleBpmnError(task, "x", "", Map.of("approved", 1))))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> as("wei", () -> taskService.handleEscalation(task, "x")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> as("wei", () -> runtimeService.correlateMessage("any")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> as("wei", () -> runtimeService.signalEventReceived("any")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> as("wei", () -> runtimeService.signal(instance.getId())))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> as(
                        "wei",
                        () -> runtimeService
                                .restartProcessInstances(definition())
                                .startAfterActivity("UserTask_Answer")
                                .processInstanceIds(instance.getId())
                                .execute()))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void the_rest_api_meets_the_same_rules() {
        ProcessInstance instance = starts("guarded", "G-1", Map.of());
        String task = task("UserTask_Answer").getId();
        TasklistClient wei = TasklistClient.login(URI.create("http://localhost:" + port), "wei", "wei");

        assertThat(wei.claim(task, "wei").status()).isEqualTo(204);
        for (Answer refused : List.of(
                wei.submitForm(task, Map.of("answer", "refuse")), wei.complete(task, Map.of("answer", "refuse")))) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.sentence()).isEqualTo("You wrote this text, so somebody else has to answer.");
        }
        assertThat(wei.submitForm(task, Map.of("answer", "yes", "hash", "0", "notes", List.of("a")))
                        .status())
                .isEqualTo(204);
        assertThat(variablesOf(instance.getId()).keySet()).containsExactlyInAnyOrder("answer", "notes");
        assertThat(wei.submitForm(task, Map.of()).sentence()).contains("not open any more");
    }

    @Test
    void starts_through_the_rest_api_keep_declared_answers_only() {
        TasklistClient wei = TasklistClient.login(URI.create("http://localhost:" + port), "wei", "wei");

        Answer byForm = wei.startForm("guarded", Map.of("topic", "Spring", "approved", true));
        Answer past = wei.start("guarded", Map.of("topic", "Spring", "approved", true));
        Answer middle = wei.engine(
                "POST",
                "/process-definition/key/guarded/start",
                Map.of(
                        "startInstructions",
                        List.of(Map.of("type", "startAfterActivity", "activityId", "UserTask_Answer"))));

        assertThat(byForm.status()).as(byForm.text()).isEqualTo(200);
        assertThat(past.status()).as(past.text()).isEqualTo(200);
        assertThat(variablesOf(byForm.json().get("id").asText())).isEqualTo(Map.of("topic", "Spring"));
        assertThat(variablesOf(past.json().get("id").asText())).isEqualTo(Map.of("topic", "Spring"));
        assertThat(middle.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /task/{task}/variables/approved, '{\"value\":true}'",
        "POST, /task/{task}/variables, '{\"modifications\":{\"approved\":{\"value\":true}}}'",
        "PUT, /task/{task}/localVariables/approved, '{\"value\":true}'",
        "DELETE, /task/{task}/variables/title,",
        "PUT, /process-instance/{instance}/variables/approved, '{\"value\":true}'",
        "POST, /process-instance/{instance}/variables, '{\"modifications\":{\"approved\":{\"value\":true}}}'",
        "PUT, /execution/{instance}/localVariables/approved, '{\"value\":true}'",
        "POST, /process-instance/variables-async, '{\"processInstanceIds\":[\"{instance}\"],\"variables\":{\"approved\":{\"value\":true}}}'",
        "POST, /process-instance/{instance}/modification, '{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"UserTask_Answer\"}]}'",
        "POST, /task/{task}/assignee, '{\"userId\":\"wanda\"}'",
        "POST, /task/{task}/delegate, '{\"userId\":\"wanda\"}'",
        "POST, /task/{task}/bpmnError, '{\"errorCode\":\"x\",\"variables\":{\"approved\":{\"value\":true}}}'",
        "POST, /task/{task}/bpmnEscalation, '{\"escalationCode\":\"x\"}'",
        "PUT, /task/{task}, '{\"name\":\"x\",\"assignee\":\"wanda\"}'",
        "POST, /task/{task}/identity-links, '{\"userId\":\"pia\",\"type\":\"candidate\"}'",
        "DELETE, /process-instance/{instance},",
        "POST, /message, '{\"messageName\":\"any\"}'",
        "POST, /signal, '{\"name\":\"any\"}'",
        "POST, /condition, '{\"variables\":{\"approved\":{\"value\":true}}}'",
    })
    void somebody_who_may_complete_a_task_may_not_go_around_it(String method, String path, String body) {
        ProcessInstance instance = starts("guarded", "G-1", Map.of("title", "Spring"));
        String task = task("UserTask_Answer").getId();
        TasklistClient wei = TasklistClient.login(URI.create("http://localhost:" + port), "wei", "wei");
        wei.claim(task, "wei");

        Answer answer = wei.engine(
                method,
                path.replace("{task}", task).replace("{instance}", instance.getId()),
                body == null ? null : body.replace("{instance}", instance.getId()));

        assertThat(answer.status()).as(answer.toString()).isIn(400, 403, 404);
        assertThat(variablesOf(instance.getId())).isEqualTo(Map.of("title", "Spring"));
        assertThat(task("UserTask_Answer").getAssignee()).isEqualTo("wei");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task?maxResults=10",
                "/task/count",
                "/filter/{filter}/list?maxResults=10",
                "/filter/{filter}/count"
            })
    void expressions_inside_or_queries_are_refused(String path) {
        String filter = taskFilter();
        TasklistClient wei = TasklistClient.login(URI.create("http://localhost:" + port), "wei", "wei");
        String address = path.replace("{filter}", filter);

        Answer attack =
                wei.engine("POST", address, "{\"orQueries\":[{\"dueAfterExpression\":\"${undefinedBean.boom()}\"}]}");
        Answer ordinary = wei.engine("POST", address, "{\"orQueries\":[{\"name\":\"a\",\"assignee\":\"wei\"}]}");

        assertThat(attack.status()).as(attack.toString()).isEqualTo(400);
        assertThat(attack.text()).contains("Expressions are forbidden").doesNotContain("undefinedBean");
        assertThat(ordinary.status()).as(ordinary.toString()).isEqualTo(200);
    }

    private String taskFilter() {
        var filter = engine.getFilterService().newTaskFilter("guarded test");
        filter.setQuery(taskService.createTaskQuery().active());
        engine.getFilterService().saveFilter(filter);
        grant("writers", Resources.FILTER, filter.getId(), Permissions.READ);
        return filter.getId();
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization authorization = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        if (authorizationService
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0) {
            return;
        }
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(permissions);
        granted.add(authorizationService.saveAuthorization(authorization));
    }

    private String definition() {
        return repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey("guarded")
                .latestVersion()
                .singleResult()
                .getId();
    }

    @Test
    void what_collides_with_the_work_of_the_engine_is_done_again_and_told_when_it_goes_on() {
        assertThat(as("wanda", () -> collidesBefore(3))).isEqualTo(3);
        assertThatThrownBy(() -> as("wanda", () -> collidesBefore(4)))
                .isInstanceOf(Refused.class)
                .hasMessage("Somebody else did this at the same moment. Please reload and look again.");
        assertThatThrownBy(() -> collidesBefore(2))
                .as("the engine's own work has its own way to repeat")
                .isInstanceOf(OptimisticLockingException.class);
    }

    /** Runs a command that meets a collision until this attempt; the number of the attempt that went through. */
    private int collidesBefore(int attempt) {
        AtomicInteger attempts = new AtomicInteger();
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(command -> {
            if (attempts.incrementAndGet() < attempt) {
                throw new OptimisticLockingException("a collision");
            }
            return attempts.get();
        });
    }

    private String taskOf(ProcessInstance instance) {
        return taskService
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    private Map<String, Object> variablesOf(String instance) {
        Map<String, Object> values = new HashMap<>();
        for (HistoricVariableInstance variable : historyService
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .list()) {
            values.put(variable.getName(), variable.getValue());
        }
        return values;
    }

    /** Refuses the answer that the tests agree on; the engine creates it by name. */
    public static class RefusingListener implements TaskListener {

        @Override
        public void notify(DelegateTask task) {
            if ("refuse".equals(task.getVariable("answer"))) {
                throw new Refused("You wrote this text, so somebody else has to answer.");
            }
        }
    }
}
