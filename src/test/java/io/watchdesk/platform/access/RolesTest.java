package io.watchdesk.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.TasklistClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class RolesTest extends ApplicationSpecification {

    @Autowired
    private AuthorizationService authorizationService;

    @Autowired
    private FilterService filterService;

    @Autowired
    private AccessSetUp access;

    private String deployment;

    @BeforeEach
    void work_for_writers() {
        deployment = repositoryService
                .createDeployment()
                .addModelInstance(
                        "roles.bpmn",
                        Bpmn.createExecutableProcess("roles-trial")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("UserTask_WriteDraft")
                                .name("Write draft")
                                .camundaCandidateGroups("writers")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void no_work() {
        repositoryService.deleteDeployment(deployment, true);
    }

    @Test
    void filters_and_roles_name_only_what_exists() {
        Set<String> tasks = new TreeSet<>();
        Set<String> processes = new TreeSet<>();
        repositoryService.createProcessDefinitionQuery().latestVersion().list().forEach(definition -> {
            processes.add(definition.getKey());
            repositoryService
                    .getBpmnModelInstance(definition.getId())
                    .getModelElementsByType(UserTask.class)
                    .forEach(task -> tasks.add(task.getId()));
        });
        AccessFile file = new AccessFile();

        assertThat(file.filters().values()).allSatisfy(filter -> {
            assertThat(tasks).containsAll(filter.tasks());
            assertThat(processes).containsAll(filter.processes());
        });
        assertThat(file.roles().values()).allSatisfy(role -> {
            assertThat(processes).containsAll(role.starts());
            assertThat(processes).containsAll(role.knows());
            assertThat(processes).containsAll(role.watches());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "pia, content-production content-withdrawal",
        "wei, ''",
        "rita, ''",
        "lena, ''",
        "chen, ''",
        "paul, content-correction content-takedown",
        "max, content-production content-correction content-takedown content-withdrawal crisis-drill oncall-change oncall-coverage personal-data-request privacy-audit signal-report"
    })
    void start_process_offers_only_what_a_person_may_start(String person, String expected) {
        TasklistClient client = signedIn(person);

        Set<String> offered = texts(
                client.engine(
                                "GET",
                                "/process-definition?latest=true&startableInTasklist=true"
                                        + "&startablePermissionCheck=true&maxResults=50",
                                null)
                        .json(),
                "key");

        Set<String> own = new TreeSet<>(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
        // What may become a crisis, everybody may report.
        own.add("signal-report");
        assertThat(offered).isEqualTo(own);
        if (!expected.contains("content-production")) {
            // 404 for those who may not even know of it.
            assertThat(client.start("content-production", Map.of()).status()).isIn(403, 404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pia, 'My tasks, To pick up, Overdue'",
        "wei, 'My tasks, To pick up, Overdue, Drafts'",
        "rita, 'My tasks, To pick up, Overdue, Review'",
        "paul, 'My tasks, To pick up, Overdue, To publish, Needs a decision, Drafts'",
        "max, 'My tasks, To pick up, Overdue, Crisis, Drafts, Review, To publish, Needs a decision, All open tasks'"
    })
    void tasklist_shows_the_lists_of_a_persons_groups(String person, String expected) {
        JsonNode filters = signedIn(person)
                .engine("GET", "/filter?resourceType=Task&maxResults=2000", null)
                .json();

        assertThat(texts(filters, "name")).isEqualTo(new TreeSet<>(List.of(expected.split(", "))));
    }

    @Test
    void a_person_sees_the_work_of_their_group_only() {
        runtimeService.startProcessInstanceByKey("roles-trial");

        assertThat(tasksOf("wei", "To pick up")).containsExactly("Write draft");
        assertThat(tasksOf("wei", "Drafts")).containsExactly("Write draft");
        assertThat(tasksOf("wei", "My tasks")).isEmpty();
        assertThat(tasksOf("rita", "To pick up")).isEmpty();
        assertThat(texts(
                        signedIn("rita")
                                .engine("GET", "/task?maxResults=50", null)
                                .json(),
                        "name"))
                .isEmpty();
        assertThat(tasksOf("max", "All open tasks"))
                .as("not of the content line")
                .isEmpty();
    }

    @Test
    void ordinary_people_make_no_filters_and_read_no_instances() {
        TasklistClient wei = signedIn("wei");
        runtimeService.startProcessInstanceByKey("roles-trial");

        assertThat(wei.engine(
                                "POST",
                                "/filter/create",
                                Map.of(
                                        "resourceType",
                                        "Task",
                                        "name",
                                        "mine",
                                        "query",
                                        Map.of(),
                                        "properties",
                                        Map.of()))
                        .status())
                .isEqualTo(403);
        assertThat(wei.engine("GET", "/process-instance?maxResults=50", null).status())
                .isEqualTo(403);
    }

    @Test
    void managers_read_the_content_line_and_change_nothing() {
        TasklistClient max = signedIn("max");
        String instance = runtimeService
                .createProcessInstanceByKey("content-production")
                .startBeforeActivity("UserTask_ChooseSlot")
                .setVariable("contentTitle", "春节 🎉")
                .setVariable("accountName", "Newsroom")
                .setVariable("slotAt", "2026-11-24T01:30:00Z")
                .execute()
                .getId();
        String task = taskService
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();

        assertThat(texts(
                        max.engine(
                                        "GET",
                                        "/process-instance?processDefinitionKey=content-production&maxResults=50",
                                        null)
                                .json(),
                        "id"))
                .containsExactly(instance);
        assertThat(tasksOf("max", "All open tasks")).containsExactly("Choose slot: 春节 🎉");
        assertThat(tasksOf("paul", "To publish")).containsExactly("Choose slot: 春节 🎉");
        JsonNode card = signedIn("paul")
                .engine("GET", "/task/" + task + "/localVariables", null)
                .json();
        assertThat(card.at("/account/value").asText()).isEqualTo("Newsroom");
        assertThat(card.at("/slot/value").asText()).isEqualTo("Tue 24 Nov 2026, 09:30 (Asia/Shanghai)");
        assertThat(max.engine("DELETE", "/process-instance/" + instance, null).status())
                .isEqualTo(403);
        assertThat(max.engine(
                                "PUT",
                                "/process-instance/" + instance + "/variables/contentTitle",
                                Map.of("value", "other", "type", "String"))
                        .status())
                .isEqualTo(403);
        assertThat(max.complete(task, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void a_second_start_changes_nothing() {
        Set<String> rights = rights();
        Set<String> filters = filters();

        access.setUp();

        assertThat(rights()).isEqualTo(rights);
        assertThat(filters()).isEqualTo(filters);
    }

    @Test
    void what_no_longer_stands_in_the_files_is_withdrawn_and_what_others_made_stays() {
        Set<String> rights = rights();
        grant("writers", Resources.PROCESS_DEFINITION, "content-withdrawal", Permissions.ALL);
        Group dropped = identityService.newGroup("dropped");
        dropped.setType("WATCHDESK");
        identityService.saveGroup(dropped);
        grant("dropped", Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        filterService.saveFilter(filter("of an earlier file").setProperties(Map.of("watchdesk", "gone")));
        Filter others = filterService.saveFilter(filter("My tasks"));

        access.setUp();

        assertThat(rights()).isEqualTo(rights);
        assertThat(filterService
                        .createFilterQuery()
                        .filterName("of an earlier file")
                        .count())
                .isZero();
        assertThat(filterService.createFilterQuery().filterName("My tasks").count())
                .isEqualTo(2);
        filterService.deleteFilter(others.getId());
        identityService.deleteGroup("dropped");
    }

    private Filter filter(String name) {
        return filterService.newTaskFilter(name).setQuery(taskService.createTaskQuery());
    }

    private void grant(String group, Resources resource, String id, Permissions permission) {
        Authorization grant = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(permission);
        authorizationService.saveAuthorization(grant);
    }

    private TasklistClient signedIn(String person) {
        return TasklistClient.login(at("/"), person, person);
    }

    private Set<String> tasksOf(String person, String filter) {
        String id = filterService
                .createFilterQuery()
                .filterName(filter)
                .singleResult()
                .getId();
        return texts(
                signedIn(person)
                        .engine("POST", "/filter/" + id + "/list?maxResults=50", Map.of())
                        .json(),
                "name");
    }

    private Set<String> rights() {
        return authorizationService.createAuthorizationQuery().list().stream()
                .filter(row -> row.getGroupId() != null)
                .map(row -> "%s %s %s %s"
                        .formatted(
                                row.getGroupId(),
                                row.getResourceType(),
                                row.getResourceId(),
                                List.of(row.getPermissions(Permissions.values()))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> filters() {
        return filterService.createFilterQuery().list().stream()
                .map(filter -> filter.getId() + " " + filter.getName() + " " + filter.getProperties())
                .collect(Collectors.toSet());
    }

    private static Set<String> texts(JsonNode list, String field) {
        Set<String> texts = new TreeSet<>();
        list.forEach(entry -> texts.add(entry.path(field).asText()));
        return texts;
    }
}
