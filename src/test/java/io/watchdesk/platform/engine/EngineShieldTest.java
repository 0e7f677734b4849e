package io.watchdesk.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine as somebody meets it who means harm, as each role and as nobody. */
@Tag("any-database")
class EngineShieldTest extends ApplicationSpecification {

    private static final List<String> ROLES = List.of("pia", "wei", "rita", "lena", "chen", "paul", "max", "admin");
    private static final String EXPRESSION = "${1+1}";

    @Autowired
    private FilterService filterService;

    @Autowired
    private JdbcClient database;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void no_models_of_ours() {
        deployments.forEach(deployment -> repositoryService.deleteDeployment(deployment, true));
    }

    @Test
    void no_query_of_anybody_evaluates_an_expression() {
        String shared = filter("My tasks");
        Map<String, ?> top = Map.of("dueAfterExpression", EXPRESSION);
        Map<String, ?> nested = Map.of("orQueries", List.of(top));

        for (String role : ROLES) {
            TasklistClient client = signedIn(role);
            for (Map<String, ?> query : List.of(top, nested)) {
                for (String path : List.of("/task", "/task/count")) {
                    assertThat(client.engine("POST", path, query).status())
                            .as(role + path)
                            .isEqualTo(400);
                }
                for (String path : List.of("/list", "/count", "/singleResult")) {
                    assertThat(client.engine("POST", "/filter/" + shared + path, query)
                                    .status())
                            .as(role + path)
                            .isBetween(400, 404);
                }
                Map<String, Object> filter =
                        Map.of("resourceType", "Task", "name", "x", "query", query, "properties", Map.of());
                assertThat(client.engine("POST", "/filter/create", filter).status())
                        .as(role)
                        .isIn(400, 403);
                assertThat(client.engine("PUT", "/filter/" + shared, filter).status())
                        .as(role)
                        .isIn(400, 403);
            }
        }
        TasklistClient anonymous = new TasklistClient(at("/"));
        anonymous.get("/camunda/app/tasklist/default/");
        for (String path : List.of("/task", "/task/count", "/filter/" + shared + "/list")) {
            assertThat(anonymous.engine("POST", path, nested).status()).isEqualTo(401);
        }
        assertThat(filterService.createFilterQuery().filterName("x").count()).isZero();
    }

    @Test
    void my_tasks_is_about_the_person_who_asks_and_needs_no_expression() {
        for (Filter filter : filterService.createTaskFilterQuery().list()) {
            assertThat(signedIn("admin")
                            .engine("GET", "/filter/" + filter.getId(), null)
                            .text())
                    .doesNotContain("${");
        }
        String task = startedTask("writers");
        TasklistClient wei = signedIn("wei");
        TasklistClient wanda = signedIn("wanda");

        assertThat(count(wei, "To pick up"))
                .isEqualTo(count(wanda, "To pick up"))
                .isOne();
        assertThat(wei.claim(task, "wei").status()).isEqualTo(204);
        assertThat(count(wei, "My tasks")).isOne();
        assertThat(count(wei, "To pick up")).isZero();
        assertThat(count(wanda, "My tasks")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''.class}",
                "${''.length()}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices()}",
                "${execution.bpmnModelInstance}",
                "${execution.setVariable('a', 1)}",
                "${dataSource.connection}",
                "${runtimeService.deleteProcessInstance('x', 'y')}",
                "${identityService}",
                "${environment.getProperty('spring.datasource.password')}",
                "${sendMailDelegate.getClass()}",
                "${sendMailDelegate.class.classLoader}",
                "${currentUser()}",
            })
    void an_expression_in_a_model_reaches_variables_and_our_processes_only(String expression) {
        assertThatThrownBy(() -> {
                    deploy(Bpmn.createExecutableProcess("reach")
                            .camundaHistoryTimeToLive(1)
                            .startEvent()
                            .serviceTask()
                            .camundaExpression(expression)
                            .userTask()
                            .endEvent()
                            .done());
                    runtimeService.startProcessInstanceByKey("reach");
                })
                .as(expression)
                .hasStackTraceContaining(
                        expression.contains("currentUser")
                                ? "Could not resolve function"
                                : "Expressions reach variables and the beans of our processes only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"groovy", "javascript", "ecmascript", "feel", "juel", "python", "ruby"})
    void no_script_runs(String language) {
        assertThatThrownBy(() -> {
                    deploy(Bpmn.createExecutableProcess("scripted")
                            .camundaHistoryTimeToLive(1)
                            .startEvent()
                            .scriptTask()
                            .scriptFormat(language)
                            .scriptText("1+1")
                            .userTask()
                            .endEvent()
                            .done());
                    runtimeService.startProcessInstanceByKey("scripted");
                })
                .as(language)
                .isNotNull();
    }

    @Test
    void nobody_brings_or_removes_models_over_the_web() {
        String present = repositoryService.createDeploymentQuery().list().get(0).getId();
        byte[] model = Bpmn.convertToString(Bpmn.createExecutableProcess("smuggled")
                        .camundaHistoryTimeToLive(1)
                        .startEvent()
                        .endEvent()
                        .done())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (String role : ROLES) {
            TasklistClient client = signedIn(role);
            assertThat(client.upload(
                                    "/camunda/api/engine/engine/default/deployment/create",
                                    "smuggled.bpmn",
                                    "text/xml",
                                    model,
                                    Map.of("deployment-name", "smuggled"))
                            .status())
                    .as(role)
                    .isEqualTo(404);
            assertThat(client.engine("POST", "/deployment/" + present + "/redeploy", Map.of())
                            .status())
                    .as(role)
                    .isIn(403, 404);
            assertThat(client.engine("DELETE", "/deployment/" + present + "?cascade=true", null)
                            .status())
                    .as(role)
                    .isIn(403, 404);
        }
        TasklistClient anonymous = new TasklistClient(at("/"));
        anonymous.get("/camunda/app/tasklist/default/");
        assertThat(anonymous.upload(
                        "/camunda/api/engine/engine/default/deployment/create",
                        "smuggled.bpmn",
                        "text/xml",
                        model,
                        Map.of("deployment-name", "smuggled")))
                .satisfies(answer ->
                        assertThat(answer.status()).as(answer.toString()).isIn(400, 401, 404));
        assertThat(repositoryService
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("smuggled")
                        .count())
                .isZero();
    }

    @Test
    void a_variable_is_never_read_back_as_a_class_that_somebody_names() {
        String instance = instanceOf(startedTask("writers"));
        TasklistClient admin = signedIn("admin");
        String path = "/process-instance/" + instance + "/variables/hostile";

        for (String type : List.of(
                "javax.naming.InitialContext",
                "java.lang.ProcessBuilder",
                "java.lang.Thread",
                "java.util.concurrent.CopyOnWriteArrayList",
                "io.watchdesk.platform.Refused",
                "java.util.ArrayList<java.lang.ProcessBuilder>")) {
            Answer answer = admin.engine("PUT", path, object(type, "[\"a value that is long enough\"]", "json"));
            Answer read = admin.engine("GET", path + "?deserializeValue=true", null);
            assertThat(answer.status() >= 400 || read.status() >= 400)
                    .as(type + answer + read)
                    .isTrue();
        }
        String serialised = "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==";
        assertThat(admin.engine("PUT", path, object("java.util.HashMap", serialised, "x-java-serialized-object"))
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(admin.engine("PUT", path, object("java.util.ArrayList<java.lang.String>", "[\"a\"]", "json"))
                        .status())
                .isEqualTo(204);
    }

    private static Map<String, Object> object(String type, String value, String format) {
        return Map.of(
                "type",
                "Object",
                "value",
                value,
                "valueInfo",
                Map.of("objectTypeName", type, "serializationDataFormat", "application/" + format));
    }

    @Test
    void a_query_has_an_end() {
        TasklistClient admin = signedIn("admin");

        for (String path : List.of(
                "/history/activity-instance",
                "/history/activity-instance?maxResults=2001",
                "/history/variable-instance",
                "/task",
                "/process-instance?maxResults=100000")) {
            assertThat(admin.engine("GET", path, null).status()).as(path).isEqualTo(400);
        }
        assertThat(admin.engine("GET", "/filter?maxResults=2000", null).status())
                .isEqualTo(200);
    }

    @Test
    void a_task_of_another_group_shows_and_takes_nothing() {
        String task = startedTask("writers");
        String instance = instanceOf(task);
        for (String role : List.of("pia", "rita", "lena", "paul")) {
            TasklistClient client = signedIn(role);
            for (String path : List.of(
                    "/task/" + task,
                    "/task/" + task + "/variables",
                    "/task/" + task + "/localVariables",
                    "/task/" + task + "/variables/secret",
                    "/task/" + task + "/form",
                    "/task/" + task + "/form-variables",
                    "/task/" + task + "/rendered-form",
                    "/task/" + task + "/deployed-form",
                    "/task/" + task + "/identity-links",
                    "/process-instance/" + instance,
                    "/process-instance/" + instance + "/variables",
                    "/process-instance/" + instance + "/activity-instances",
                    "/execution/" + instance + "/localVariables",
                    "/history/process-instance/" + instance)) {
                assertThat(client.engine("GET", path, null).status())
                        .as(role + " " + path)
                        .isBetween(400, 404);
            }
            for (String path : List.of(
                    "/history/variable-instance?maxResults=10&processInstanceId=",
                    "/history/task?maxResults=10&processInstanceId=",
                    "/history/detail?maxResults=10&processInstanceId=",
                    "/history/activity-instance?maxResults=10&processInstanceId=",
                    "/variable-instance?maxResults=10&processInstanceIdIn=",
                    "/history/identity-link-log?maxResults=10&processInstanceId=",
                    "/history/user-operation?maxResults=10&processInstanceId=",
                    "/history/process-instance?maxResults=10&processInstanceIds=",
                    "/execution?maxResults=10&processInstanceId=",
                    "/job?maxResults=10&processInstanceId=",
                    "/incident?maxResults=10&processInstanceId=",
                    "/task?maxResults=10&processInstanceId=")) {
                Answer answer = client.engine("GET", path + instance, null);
                assertThat(answer.text()).as(role + " " + path).doesNotContain(instance);
            }
            assertThat(client.engine("GET", "/task/" + task + "/comment", null).text())
                    .as(role)
                    .doesNotContain("only for writers");
            assertThat(client.engine("GET", "/task/" + task + "/attachment", null)
                            .text())
                    .as(role)
                    .doesNotContain("only for writers");
            assertThat(client.engine("POST", "/task/" + task + "/assignee", Map.of("userId", role))
                            .status())
                    .as(role)
                    .isBetween(400, 404);
        }
    }

    @Test
    void nobody_but_an_administrator_commands_the_engine() {
        String task = startedTask("writers");
        String instance = instanceOf(task);
        String definition =
                taskService.createTaskQuery().taskId(task).singleResult().getProcessDefinitionId();
        Map<String, Object> ids = Map.of("processInstanceIds", List.of(instance));
        for (String role : List.of("pia", "wei", "rita", "lena", "chen", "paul", "max")) {
            TasklistClient client = signedIn(role);
            List<Answer> answers = List.of(
                    client.engine(
                            "POST",
                            "/process-instance/" + instance + "/modification",
                            Map.of("instructions", List.of(Map.of("type", "startAfterActivity", "activityId", "x")))),
                    client.engine("DELETE", "/process-instance/" + instance, null),
                    client.engine("POST", "/process-instance/delete", ids),
                    client.engine(
                            "POST",
                            "/process-instance/job-retries",
                            Map.of("processInstances", List.of(instance), "retries", 3)),
                    client.engine(
                            "POST",
                            "/process-instance/suspended-async",
                            Map.of("suspended", true, "processInstanceIds", List.of(instance))),
                    client.engine("PUT", "/process-instance/" + instance + "/suspended", Map.of("suspended", true)),
                    client.engine("PUT", "/process-definition/" + definition + "/suspended", Map.of("suspended", true)),
                    client.engine(
                            "PUT",
                            "/process-definition/" + definition + "/history-time-to-live",
                            Map.of("historyTimeToLive", 0)),
                    client.engine("DELETE", "/process-definition/" + definition + "?cascade=true", null),
                    client.engine("PUT", "/process-instance/" + instance + "/variables/a", Map.of("value", 1)),
                    client.engine("POST", "/message", Map.of("messageName", "content.withdrawn", "all", true)),
                    client.engine("POST", "/signal", Map.of("name", "x")),
                    client.engine("POST", "/condition", Map.of("variables", Map.of())),
                    client.engine("POST", "/execution/" + instance + "/signal", Map.of()),
                    client.engine(
                            "POST",
                            "/modification/execute",
                            Map.of(
                                    "processDefinitionId",
                                    definition,
                                    "processInstanceIds",
                                    List.of(instance),
                                    "instructions",
                                    List.of(Map.of("type", "startBeforeActivity", "activityId", "x")))),
                    client.engine(
                            "POST",
                            "/process-definition/" + definition + "/restart-async",
                            Map.of(
                                    "processInstanceIds",
                                    List.of(instance),
                                    "instructions",
                                    List.of(Map.of("type", "startBeforeActivity", "activityId", "x")))),
                    client.engine("POST", "/history/cleanup", Map.of()),
                    client.engine(
                            "POST",
                            "/history/process-instance/delete",
                            Map.of("historicProcessInstanceIds", List.of(instance))),
                    client.engine("DELETE", "/history/process-instance/" + instance, null),
                    client.engine(
                            "POST",
                            "/user/create",
                            Map.of(
                                    "profile",
                                    Map.of("id", "mallory"),
                                    "credentials",
                                    Map.of("password", "a-fine-long-password"))),
                    client.engine("PUT", "/group/camunda-admin/members/" + role, null),
                    client.engine(
                            "POST",
                            "/authorization/create",
                            Map.of(
                                    "type",
                                    1,
                                    "permissions",
                                    List.of("ALL"),
                                    "userId",
                                    role,
                                    "resourceType",
                                    0,
                                    "resourceId",
                                    "*")),
                    client.engine(
                            "PUT",
                            "/user/admin/credentials",
                            Map.of("password", "a-fine-long-password", "authenticatedUserPassword", role)));
            for (Answer answer : answers) {
                assertThat(answer.status()).as(role + " " + answer).isBetween(400, 404);
            }
        }
        assertThat(taskService.createTaskQuery().taskId(task).count()).isOne();
        assertThat(managementService.createBatchQuery().count()).isZero();
    }

    @Test
    void what_an_administrator_does_by_hand_is_remembered() {
        String instance = instanceOf(startedTask("writers"));
        TasklistClient admin = signedIn("admin");

        assertThat(admin.engine(
                                "PUT",
                                "/process-instance/" + instance + "/variables/secret",
                                Map.of("value", "hidden-value", "type", "String"))
                        .status())
                .isEqualTo(204);
        assertThat(admin.engine(
                                "POST",
                                "/process-instance/" + instance + "/modification",
                                Map.of(
                                        "instructions",
                                        List.of(Map.of(
                                                "type", "startBeforeActivity", "activityId", "UserTask_Shielded"))))
                        .status())
                .isEqualTo(204);
        String job = historyService.cleanUpHistoryAsync(false).getId();
        assertThat(admin.engine("PUT", "/job/" + job + "/retries", Map.of("retries", 2))
                        .status())
                .isEqualTo(204);
        assertThat(admin.engine("DELETE", "/process-instance/" + instance, null).status())
                .isEqualTo(204);

        String remembered = String.join(
                "\n",
                database.sql(
                                "select after_json from audit_entry where action = 'platform.engineOperated' and subject in (?, ?)")
                        .params(instance, job)
                        .query(String.class)
                        .list());
        assertThat(remembered)
                .contains("\"person\":\"admin\"", "SetVariable", "ModifyProcessInstance", "SetJobRetries", "Delete")
                .doesNotContain("hidden-value");
    }

    private String startedTask(String group) {
        deploy(Bpmn.createExecutableProcess("shielded")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("UserTask_Shielded")
                .name("Shielded")
                .camundaCandidateGroups(group)
                .endEvent()
                .done());
        String instance = runtimeService
                .startProcessInstanceByKey("shielded", Map.of("secret", "only for writers"))
                .getId();
        String task = taskService
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        taskService.createComment(task, instance, "only for writers");
        taskService.createAttachment("text", task, instance, "only for writers", "", "https://example.com");
        return task;
    }

    private String instanceOf(String task) {
        return taskService.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    }

    private void deploy(BpmnModelInstance model) {
        deployments.add(repositoryService
                .createDeployment()
                .addModelInstance("shield.bpmn", model)
                .deploy()
                .getId());
    }

    private String filter(String name) {
        return filterService.createFilterQuery().filterName(name).singleResult().getId();
    }

    private int count(TasklistClient client, String filter) {
        return client.engine("POST", "/filter/" + filter(filter) + "/count", Map.of())
                .json()
                .path("count")
                .asInt();
    }

    private TasklistClient signedIn(String person) {
        return TasklistClient.login(at("/"), person, person);
    }
}
