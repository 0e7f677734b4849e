package io.watchdesk.publishing.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.content.Category;
import io.watchdesk.content.Version;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.oncall.Rotas;
import io.watchdesk.publishing.Publication;
import io.watchdesk.testing.Agreement;
import io.watchdesk.testing.Endpoints;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import io.watchdesk.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * Asks our own endpoints about real work as everybody in the house: a draft that Wei has claimed, a review that Rita has, a
 * publication that Paul has, a crisis that Olga has. {@code rights/house.txt} is the agreement.
 */
class HouseRightsTest extends PublicationWorld {

    private static final List<String> PEOPLE = List.of(
            "anonymous",
            "pia",
            "wei",
            "wanda",
            "rita",
            "remy",
            "lena",
            "chen",
            "paul",
            "olga",
            "otto",
            "petra",
            "carla",
            "eva",
            "mark",
            "max",
            "admin");

    /** What stands in these objects and nowhere else. */
    private static final List<String> MARKS = List.of(
            "Kitchen knives", "How to hold a knife", "Hold it like", "Brakes fail in the rain", "A letter came");

    /** Parameters for which nothing is made: everybody is told that it is not there, or not to ask. */
    private static final Set<String> MADE_UP =
            Set.of("assetId", "statementId", "id", "swap", "absence", "runId", "upload");

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)}");

    /** What is sent where a change is asked for; nothing of it is valid for a matter that is not there. */
    private static final Map<String, String> BODIES = Map.of(
            "PUT /api/drafts/{taskId}",
                    "{\"title\":\"Other\",\"body\":\"Other\",\"variants\":[],\"links\":[],\"assets\":[],\"ai\":\"no\",\"revision\":0}",
            "POST /api/crises/{id}/notes", "{\"text\":\"The shop calls back.\"}",
            "POST /api/crises/{id}/rate", "{\"level\":\"red\",\"reason\":\"It is on television.\"}",
            "POST /api/crises/{id}/false-alarm", "{\"reason\":\"It was an old film.\"}",
            "POST /api/crises/{id}/release", "{\"reason\":\"I have to go.\"}",
            "POST /api/crises/{id}/roles", "{\"role\":\"commander\",\"taker\":\"otto\",\"note\":\"Please.\"}",
            "PUT /api/oncall/contacts/{person}", "[]",
            "POST /api/oncall/contacts/{person}/revival", "{\"kind\":\"mail\",\"target\":\"x@example.com\"}");

    private static final Map<String, String> QUERIES = Map.of(
            "GET /api/audit", "?subject={piece}",
            "GET /api/desk/model-figures", "?definition={definition}",
            // Other stories leave mails of days to come, which would stand before these.
            "GET /api/mails", "?piece={piece}",
            "GET /api/pieces/{pieceId}/review-notes", "?taskId={review}",
            "GET /api/pieces/{pieceId}/versions/{version}/findings", "?taskId={review}",
            "GET /api/statements", "?crisisId={crisis}",
            "GET /api/statements/updates", "?crisisId={crisis}",
            // Pieces that other stories plan on a later day would fill the first page.
            "GET /desk/items", "?text={piece}");

    @Autowired
    private ServletWebServerApplicationContext application;

    @Autowired
    private CrisisResponse response;

    @Autowired
    private Rotas rotas;

    private final Map<String, String> objects = new HashMap<>();

    @Test
    void everybody_sees_and_does_their_own_part_of_the_work() throws IOException {
        Assumptions.assumeTrue(TestDatabase.chosen().equals("h2"), "the rights are the same on every database");
        createWork();
        createCrisis();
        createPrivacyWork();
        objects.put("rota", rotas.all().get(0).id());
        Map<String, TasklistClient> clients = new LinkedHashMap<>();
        PEOPLE.forEach(person -> clients.put(
                person,
                person.equals("anonymous")
                        ? new TasklistClient(root())
                        : TasklistClient.login(root(), person, person)));
        List<String> endpoints = new Endpoints(application)
                .all().stream()
                        .filter(endpoint -> endpoint.matches("\\S+ /(api|desk)(/.*)?") && !endpoint.contains("/probe"))
                        .toList();
        List<List<String>> rows = new ArrayList<>();
        for (String endpoint : endpoints) {
            List<String> row = new ArrayList<>(List.of(endpoint));
            for (String person : PEOPLE) {
                Answer answer = asked(clients.get(person), endpoint);
                // What is out is out for everybody, and other stories leave posts too.
                boolean shows = !endpoint.equals("GET /api/published-posts")
                        && MARKS.stream().anyMatch(answer.text()::contains);
                row.add(answer.status() + (shows ? " o" : ""));
                if (endpoint.startsWith("POST /api/crises/") && answer.status() < 300) {
                    createCrisis();
                }
            }
            rows.add(row);
        }
        Agreement.compare("rights/house.txt", LEGEND, PEOPLE, rows);
    }

    private static final List<String> LEGEND = List.of(
            "# Who reaches what of our own endpoints, asked about real work: the draft of a piece that Pia planned and Wei has",
            "# claimed (Wanda is the other writer), its review that Rita has claimed (Remy is the other reviewer), a publication whose",
            "# task Paul has claimed, a crisis that Olga has taken. A cell is the status of the answer and o where it shows the work.",
            "# 401 asks to sign in, 302 leads to the sign-in; 400 is a refusal with a sentence, which does not tell whether the",
            "# thing exists. Max has started a request for personal data and an audit of privacy.");

    private static final String HOW_TO_ADD = """
            %s is new: HouseRightsTest does not know what {%s} is. Return in its value() the id of something that is part of the \
            work it makes, or add the name to MADE_UP when nothing of the kind is made here. Then run it again: it prints the new \
            row, which shows what everybody gets, and says where to copy it.""";

    private Answer asked(TasklistClient client, String endpoint) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String template = endpoint.substring(endpoint.indexOf(' ') + 1) + QUERIES.getOrDefault(endpoint, "");
        Matcher parameters = PARAMETER.matcher(template);
        String path = parameters.replaceAll(found -> value(endpoint, template, found.group(1)));
        boolean reads = method.equals("GET") || method.equals("DELETE");
        return reads
                ? client.send(method, path, null, BodyPublishers.noBody())
                : client.send(
                        method, path, "application/json", BodyPublishers.ofString(BODIES.getOrDefault(endpoint, "{}")));
    }

    private String value(String endpoint, String template, String parameter) {
        boolean rota = template.startsWith("/api/oncall/rotas/{id}");
        String name = rota ? "rota" : template.matches("/(api|desk)/crises/\\{id}.*") ? "crisisId" : parameter;
        return switch (name) {
            case "taskId" -> taskOf(template);
            case "crisisId" -> objects.get("crisis");
            case "pieceId" -> objects.get("piece");
            case "version" -> "1";
            case "register" -> "words";
            case "publicationId" -> objects.get("publication");
            case "person" -> "olga";
            default -> {
                boolean known = MADE_UP.contains(name) || objects.containsKey(name);
                assertThat(known).as(HOW_TO_ADD.formatted(endpoint, name)).isTrue();
                yield objects.getOrDefault(name, "none");
            }
        };
    }

    private String taskOf(String template) {
        Map<String, String> tasks = Map.of(
                "/api/drafts/", "draft",
                "/api/reviews/", "review",
                "/api/publication-tasks/", "publicationTask",
                "/api/privacy/tasks/", "requestTask",
                "/api/privacy/audits/", "auditTask");
        return tasks.entrySet().stream()
                .filter(entry -> template.startsWith(entry.getKey()))
                .map(entry -> objects.get(entry.getValue()))
                .findFirst()
                .orElseGet(() -> objects.get("crisisTask"));
    }

    private void createWork() {
        var production = starts(
                "pia",
                "content-production",
                null,
                Map.of(
                        "topic", "Kitchen knives",
                        "category", "knowledge",
                        "audience", "People who cook",
                        "tier", "regular",
                        "format", "article",
                        "accounts", "newsroom",
                        "publishWhen", "at",
                        "wishedAt", "2030-01-07T17:10"));
        objects.put("draft", taskOfInstance(production.getId()).getId());
        as("wei", () -> taskService.claim(objects.get("draft"), "wei"));
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        var review = reviewStarts(version);
        objects.put("piece", version.pieceId());
        objects.put("review", taskOfInstance(review.getId()).getId());
        objects.put("definition", review.getProcessDefinitionId());
        as("rita", () -> taskService.claim(objects.get("review"), "rita"));
        Publication publication = publicationOfAnotherPiece();
        objects.put("publication", publication.id());
    }

    private Publication publicationOfAnotherPiece() {
        Version version = written(Category.KNOWLEDGE, "Hold it like that.", WISH, "wanda");
        var review = reviewStarts(version);
        Task task = taskOfInstance(review.getId());
        completes("remy", task, answers(version, "approved"));
        jobsRun();
        Publication publication = planned(version.pieceId(), "newsroom");
        var instance = publicationStarts(publication);
        objects.put("publicationTask", taskOfInstance(instance.getId()).getId());
        as("paul", () -> taskService.claim(objects.get("publicationTask"), "paul"));
        return publication;
    }

    private void createPrivacyWork() {
        var request = starts(
                "max",
                "personal-data-request",
                null,
                Map.of("requestKind", "export", "person", "wanda", "reasonText", "A letter came on 3 January"));
        objects.put("requestTask", taskOfInstance(request.getId()).getId());
        var audit = starts("max", "privacy-audit", null, Map.of());
        objects.put("auditTask", taskOfInstance(audit.getId()).getId());
    }

    private void createCrisis() {
        Crisis crisis = response.declare(new CrisisResponse.Declaration(
                "Brakes fail in the rain",
                List.of(),
                "topic " + UUID.randomUUID(),
                "other",
                Level.YELLOW,
                List.of("The test says so."),
                Facts.UNKNOWN,
                null,
                Crisis.Mode.REAL,
                clock.instant()));
        jobsRun();
        as("olga", () -> response.acknowledge(crisis.id(), "olga", "by test"));
        jobsRun();
        objects.put("crisis", crisis.id());
        objects.put(
                "crisisTask",
                taskService
                        .createTaskQuery()
                        .processVariableValueEquals("crisisId", crisis.id())
                        .taskDefinitionKey("UserTask_WriteUpdate")
                        .singleResult()
                        .getId());
    }

    private Task taskOfInstance(String instance) {
        List<Task> open =
                taskService.createTaskQuery().processInstanceId(instance).list();
        assertThat(open).isNotEmpty();
        return open.get(0);
    }

    private URI root() {
        return URI.create("http://localhost:" + port);
    }
}
