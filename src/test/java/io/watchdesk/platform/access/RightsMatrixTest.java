package io.watchdesk.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.platform.access.AccessFile.Role;
import io.watchdesk.testing.Agreement;
import io.watchdesk.testing.Endpoints;
import io.watchdesk.testing.ProcessSpecification;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import io.watchdesk.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks every endpoint of the running application as every role about own and foreign objects, and compares what came back
 * with {@code src/test/resources/rights/matrix.txt}. Whoever changes a right, an endpoint or a role sees here what that
 * changes; the file is the agreement.
 */
class RightsMatrixTest extends ProcessSpecification {

    private static final String FILE = "rights/matrix.txt";
    private static final String ANONYMOUS = "anonymous";
    private static final String ADMIN = "administrator";

    private static final List<String> LEGEND = List.of(
            "# Who reaches what: each endpoint of the running application, asked as each role about an own object (a task of the",
            "# own group that the person has claimed), a colleague's (claimed by another member) and a foreign one (of a group",
            "# and process that the role has nothing to do with). A cell is the status of the answer, then whose data it shows",
            "# (o own, c the colleague's, f the foreign one's), then ! where something was changed. 401 asks to sign in, 403",
            "# refuses, 404 is also an address that access/addresses.yaml serves to nobody. Jobs stand still while this is",
            "# filled, so health says 503. RightsMatrixTest compares; when it fails it says how to accept a change.");

    /** Where a change concerns single instances. */
    private static final Set<String> WORK = Set.of(
            "ACT_RU_TASK",
            "ACT_RU_EXECUTION",
            "ACT_RU_VARIABLE",
            "ACT_RU_JOB",
            "ACT_RU_INCIDENT",
            "ACT_RU_EXT_TASK",
            "ACT_RU_IDENTITYLINK",
            "ACT_HI_COMMENT",
            "ACT_HI_ATTACHMENT",
            "ACT_HI_INCIDENT",
            "ACT_HI_PROCINST");

    /** The process in which a role works, and one in which it does not; content-production and crisis-update else. */
    private static final Map<String, String> WORKS_IN = Map.of(
            "reviewers", "content-review",
            "legal", "content-review",
            "chief-editors", "content-review",
            "publishers", "content-publication",
            "oncall-tier-1", "crisis-response",
            "oncall-command", "crisis-response",
            "oncall-executive", "crisis-response",
            "cc-market", "crisis-response");

    @Autowired
    private ServletWebServerApplicationContext application;

    @Autowired
    private AuthorizationService authorizationService;

    @Autowired
    private AccessSetUp access;

    @Autowired
    private FirstAdministrator administrator;

    @Autowired
    private JdbcClient database;

    private final MatrixRequests requests = new MatrixRequests();
    private final Map<String, Map<String, String>> objects = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> shared = new LinkedHashMap<>();
    private MatrixWorld world;
    private MatrixPrints prints;
    private TasklistClient client;
    private String me;
    private String group;

    @Test
    void everybody_reaches_what_the_matrix_says_and_nothing_else() throws IOException {
        Assumptions.assumeTrue(TestDatabase.chosen().equals("h2"), "the rights are the same on every database");
        List<String> endpoints = new Endpoints(application)
                .all().stream()
                        .filter(endpoint -> !endpoint.contains("/probe"))
                        // These need real work to be asked about, which HouseRightsTest makes.
                        .filter(endpoint -> !endpoint.contains(" /api/"))
                        .toList();
        assertThat(endpoints).containsAll(requests.described());
        prints = new MatrixPrints(database);
        world = new MatrixWorld(
                engine,
                List.of(
                        "content-production",
                        "content-review",
                        "content-publication",
                        "crisis-response",
                        "crisis-update"));
        world.deploy();
        Map<String, Map<String, String>> rows = new TreeMap<>();
        Map<String, String> alike = roles();
        try {
            for (String role : alike.keySet()) {
                fill(role, endpoints, rows);
            }
        } finally {
            world.removeInstancesBut(Set.of());
            world.removeShared();
            removePeople();
            world.remove();
            access.setUp();
            administrator.appoint();
        }
        compare(alike, rows);
    }

    /** One role of each kind: those with the same grants behave in the same way. */
    private static Map<String, String> roles() {
        Map<Role, String> byGrants = new LinkedHashMap<>();
        Map<String, String> alike = new LinkedHashMap<>();
        alike.put(ANONYMOUS, "");
        new AccessFile().roles().forEach((id, role) -> {
            // Who owns which register is asked of each person in rights/house.txt.
            Role grants = new Role(
                    "",
                    role.applications(),
                    role.starts(),
                    role.knows(),
                    role.watches(),
                    role.filters(),
                    role.desk(),
                    List.of(),
                    List.of());
            String first = byGrants.putIfAbsent(grants, id);
            if (first == null) {
                alike.put(id, "");
            } else {
                alike.merge(first, id, (known, more) -> (known + " " + more).strip());
            }
        });
        alike.put(ADMIN, "");
        return alike;
    }

    private void fill(String role, List<String> endpoints, Map<String, Map<String, String>> rows) {
        group = role.equals(ADMIN) ? Groups.CAMUNDA_ADMIN : role;
        me = "mx" + role.replace("-", "");
        boolean known = !role.equals(ANONYMOUS);
        createEverything(role);
        for (String endpoint : endpoints) {
            if (!requests.isAboutAnObject(endpoint)) {
                cell(role, endpoint, "-", rows);
                continue;
            }
            if (known) {
                cell(role, endpoint, "own", rows);
            }
            if (known && requests.isAboutATask(endpoint)) {
                cell(role, endpoint, "colleague", rows);
            }
            cell(role, endpoint, "foreign", rows);
        }
    }

    private void createEverything(String role) {
        identityService.clearAuthentication();
        objects.clear();
        world.removeInstancesBut(Set.of());
        createPeople(role);
        access.setUp();
        administrator.appoint();
        for (String whose : List.of("own", "colleague", "foreign")) {
            createObject(role, whose);
        }
        createShared();
        prints.remember();
    }

    /** Other stories count who is in a group. */
    private void removePeople() {
        identityService.createUserQuery().list().stream()
                .filter(user -> user.getId().startsWith("mx"))
                .forEach(user -> identityService.deleteUser(user.getId()));
        identityService.deleteGroup("mxnew");
        identityService.deleteGroup(MatrixWorld.STRANGERS);
    }

    private void createPeople(String role) {
        identityService.deleteUser(me);
        identityService.deleteUser("mxnew");
        identityService.deleteGroup("mxnew");
        identityService.deleteGroup(MatrixWorld.STRANGERS);
        isMemberOf(MatrixWorld.STRANGER, MatrixWorld.STRANGERS);
        boolean known = !role.equals(ANONYMOUS);
        isMemberOf("mxmate", known ? new String[] {group} : new String[0]);
        if (known) {
            isMemberOf(me, group);
        }
        client = known ? TasklistClient.login(root(), me, me) : visitor();
    }

    private void createObject(String role, String whose) {
        String works = WORKS_IN.getOrDefault(role, "content-production");
        Map<String, String> made = switch (whose) {
            case "own" -> world.create(works, group, me);
            case "colleague" -> world.create(works, group, "mxmate");
            default ->
                world.create(
                        works.equals("crisis-response") ? "content-production" : "crisis-update",
                        MatrixWorld.STRANGERS,
                        MatrixWorld.STRANGER);
        };
        made.put(
                "user",
                switch (whose) {
                    case "own" -> me;
                    case "colleague" -> "mxmate";
                    default -> MatrixWorld.STRANGER;
                });
        objects.put(whose, made);
        shared.getOrDefault(whose, Map.of()).forEach(made::put);
    }

    private void createShared() {
        world.removeShared();
        Map<String, String> foreign = world.createShared();
        shared.put("foreign", foreign);
        shared.put(
                "own",
                Map.of(
                        "batch", foreign.get("batch"),
                        "filter",
                                engine.getFilterService()
                                        .createFilterQuery()
                                        .filterName("My tasks")
                                        .list()
                                        .get(0)
                                        .getId(),
                        "authorization",
                                authorizationService.createAuthorizationQuery().groupIdIn(group).list().stream()
                                        .findFirst()
                                        .map(Authorization::getId)
                                        .orElse("none")));
        objects.forEach((whose, all) -> all.putAll(shared.getOrDefault(whose, Map.of())));
    }

    /** Makes anew what a request has changed, and nothing else, because that takes its time. */
    private void restore(String role, String whose, Set<String> changed) {
        identityService.clearAuthentication();
        boolean work = changed.stream().anyMatch(WORK::contains);
        if (changed.stream().anyMatch(table -> table.startsWith("ACT_ID_"))) {
            createPeople(role);
        }
        if (changed.contains("ACT_RE_PROCDEF") || changed.contains("ACT_RU_JOBDEF")) {
            world.resume();
        }
        if (work) {
            List<String> kept = new ArrayList<>();
            objects.forEach((owner, all) -> {
                if (!owner.equals(whose) && !whose.equals("-")) {
                    kept.add(all.get("instance"));
                }
            });
            world.removeInstancesBut(kept);
            List.copyOf(objects.keySet()).stream()
                    .filter(owner -> !kept.contains(objects.get(owner).get("instance")))
                    .forEach(owner -> createObject(role, owner));
        }
        // The rights on a task come and go with the task.
        if (changed.contains("ACT_RU_FILTER")
                || changed.contains("ACT_ID_GROUP")
                || changed.contains("ACT_RU_AUTHORIZATION") && !work) {
            access.setUp();
            administrator.appoint();
        }
        if (!work || changed.contains("ACT_RU_BATCH")) {
            createShared();
        }
        prints.remember();
    }

    private void cell(String role, String endpoint, String whose, Map<String, Map<String, String>> rows) {
        Map<String, String> asked = objects.get(whose.equals("-") ? "foreign" : whose);
        Answer answer = requests.send(client, endpoint, parameter -> value(parameter, asked));
        // What the guard of addresses refuses has not met anything that could change something.
        boolean served = answer.status() != 404 || !answer.text().contains("There is nothing here.");
        boolean engine = endpoint.contains(" " + MatrixRequests.ENGINE);
        boolean reads = endpoint.startsWith("GET") || endpoint.startsWith("OPTIONS");
        String effect = served && !(engine && reads) && prints.haveChanged() ? "!" : "";
        rows.computeIfAbsent(endpoint + "\t" + whose, row -> new LinkedHashMap<>())
                .put(role, answer.status() + seen(answer) + effect);
        if (!effect.isEmpty()) {
            restore(role, whose, prints.changed());
        } else if (endpoint.endsWith("/logout") || endpoint.contains("/login/")) {
            createEverything(role);
        }
    }

    /** Whose data stand in the answer: o own, c the colleague's, f foreign. */
    private String seen(Answer answer) {
        String request = requests.sent();
        String text = answer.text();
        StringBuilder seen = new StringBuilder();
        objects.forEach((whose, all) -> {
            boolean shows = List.of("mark", "instance", "task", "execution", "job", "variable").stream()
                    .map(all::get)
                    .anyMatch(id -> text.contains(id) && !request.contains(id));
            if (shows || answer.status() < 300 && text.contains(all.get("mark"))) {
                seen.append(whose.charAt(0));
            }
        });
        return seen.toString();
    }

    private String value(String parameter, Map<String, String> asked) {
        return switch (parameter) {
            case "engine/name", "base/engine", "adminPlugins/engine", "setup/engine", "user/processEngineName" ->
                "default";
            case "me" -> me;
            case "stranger" -> MatrixWorld.STRANGER;
            case "user", "user/id", "members/userId", "members/user", "user-members/userId" ->
                asked.getOrDefault("user", me);
            case "group", "group/id", "group/group", "group-members/groupId" -> asked.get("group");
            case "variables/varId", "localVariables/varId" -> "secret";
            case "static/file" -> "app/plugin.js";
            case "resources/resourceId" -> asked.get("resource");
            default -> asked.getOrDefault(nameOf(parameter), "none");
        };
    }

    private static String nameOf(String parameter) {
        return switch (parameter) {
            case "task/id" -> "task";
            case "comment/commentId" -> "comment";
            case "attachment/attachmentId" -> "attachment";
            case "process-instance/id", "history/process-instance/id" -> "instance";
            case "execution/id" -> "execution";
            case "job/id" -> "job";
            case "job/timer" -> "timer";
            case "job-definition/id" -> "jobDefinition";
            case "incident/id" -> "incident";
            case "external-task/id" -> "externalTask";
            case "variable-instance/id", "history/variable-instance/id" -> "variable";
            case "process-definition/id", "history/process-definition/id" -> "definition";
            case "process-definition/key/key" -> "key";
            case "deployment/id" -> "deployment";
            case "filter/id" -> "filter";
            case "authorization/id" -> "authorization";
            case "batch/id", "history/batch/id" -> "batch";
            case "decision-definition/id" -> "decision";
            case "decision-definition/key/key" -> "decisionKey";
            case "history/decision-instance/id" -> "decisionInstance";
            case "history/activity-instance/id" -> "activity";
            case "history/detail/id" -> "detail";
            case "history/job-log/id" -> "jobLog";
            case "history/external-task-log/id" -> "externalLog";
            default -> parameter;
        };
    }

    private TasklistClient visitor() {
        TasklistClient visitor = new TasklistClient(root());
        visitor.get("/camunda/app/tasklist/default/");
        return visitor;
    }

    private URI root() {
        return URI.create("http://localhost:" + port);
    }

    private static void compare(Map<String, String> alike, Map<String, Map<String, String>> rows) throws IOException {
        List<String> legend = new ArrayList<>(LEGEND);
        alike.forEach((role, same) -> {
            if (!same.isEmpty()) {
                legend.add("# %s stands for %s too".formatted(role, same));
            }
        });
        List<String> columns = new ArrayList<>(List.of("whose"));
        columns.addAll(alike.keySet());
        List<List<String>> table = new ArrayList<>();
        rows.forEach((row, cells) -> {
            List<String> line = new ArrayList<>(List.of(row.split("\t")));
            alike.keySet().forEach(role -> line.add(cells.getOrDefault(role, "")));
            table.add(line);
        });
        Agreement.compare(FILE, legend, columns, table);
    }
}
