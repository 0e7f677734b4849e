package io.watchdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.testing.SignalSender;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The second half of the README's walk with the people of a running demo, each step as their pages send it. */
final class CrisisNight {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Pattern LINK = Pattern.compile("https?://\\S+(/crisis/ack/\\S+)");
    private static final String STRATEGY = "rebuild";
    private static final String MONITOR_SECRET = "watchdesk-demo-monitor-secret";

    private final URI root;
    private final Map<String, TasklistClient> people = new HashMap<>();
    private final TasklistClient nobody;
    private String crisisId;

    CrisisNight(URI root) {
        this.root = root;
        this.nobody = new TasklistClient(root);
    }

    /** A monitor posts a signal; it is rated red, a crisis is open, everybody on call has a page. */
    void a_monitor_posts_a_signal() {
        SignalSender.Answer taken = new SignalSender(root, "monitor")
                .send(
                        MONITOR_SECRET,
                        Map.of(
                                "title", "投诉激增：保温杯漏水",
                                "account", "newsroom",
                                "topic", "保温杯",
                                "facts", Map.of("mentionsRatio", 12, "carrier", "tradeMedia")));
        assertThat(taken.status()).isEqualTo(202);
        await().atMost(SOON)
                .until(() -> pageFor("olga").or(() -> pageFor("otto")).isPresent());
        await().atMost(SOON).until(() -> pageFor("carla").isPresent());
        JsonNode crisis = as("carla").get("/api/crises").json().get(0);
        crisisId = crisis.path("id").asText();
        assertThat(crisis.path("level").asText()).isEqualToIgnoringCase("red");
    }

    /** What was scheduled on the account waits at a visible place. */
    void the_calendar_is_held() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(as("paul")
                                .engine(
                                        "GET",
                                        "/task/count?taskDefinitionKey=UserTask_DecideHeldPublication&nameLike=%25",
                                        null)
                                .json()
                                .path("count")
                                .asInt())
                        .isPositive());
        assertThat(as("carla").get("/desk/crises/" + crisisId).text()).contains(">Held</td>");
    }

    /** The last tier is called before its time, from the page behind a link. */
    void the_executive_is_called_by_hand() {
        String link = pageFor("carla").orElseThrow();
        Matcher step = Pattern.compile("name=\"step\" value=\"(\\d+)\"")
                .matcher(nobody.get(link).text());
        assertThat(step.find()).isTrue();

        form(link + "/climb", "step=%s&tier=4&reason=%s".formatted(step.group(1), "It+is+on+the+news."));

        await().atMost(SOON).until(() -> pageFor("eva").isPresent());
    }

    /** Looking takes nothing, the button takes it, whoever comes second reads who was first. */
    void the_commander_takes_it_by_the_link() {
        String link = pageFor("carla").orElseThrow();
        assertThat(nobody.get(link).text()).contains("I take it").contains(crisisId);
        assertThat(crisis().path("holder").isNull()).isTrue();

        assertThat(form(link, "").status()).isEqualTo(200);

        Answer second = form(pageFor("eva").orElseThrow(), "");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("was first");
    }

    /** Triage says that the public knows of it; the four functions join. */
    void triage_and_command_centre() {
        String triage = claimed("carla", "UserTask_TriageCrisis");
        Map<String, Object> found = new HashMap<>();
        found.put("scenario", "complaintSurge");
        found.put("accounts", List.of("newsroom"));
        found.put("matterPublic", true);
        ok(as("carla").put("/api/crisis-tasks/" + triage + "/triage", found));
        ok(as("carla").complete(triage, Map.of()));
        Map.of("mark", "market", "prue", "PR", "tess", "technology", "lena", "legal", "carla", "command")
                .forEach((person, function) -> {
                    String task = claimed(person, "UserTask_JoinCommandCentre", "for " + function + " (");
                    ok(as(person).complete(task, Map.of("functionNote", "到位 👌")));
                });
    }

    /** From a template over PR, legal, executive and commander to the public page, past the hold. */
    void a_statement_goes_out(String kind) {
        String task = claimed("prue", "UserTask_DraftStatement", kind);
        Map<String, Object> text =
                text(as("prue").get("/api/statements/tasks/" + task).json());
        Answer saved = as("prue").put("/api/statements/tasks/" + task, text);
        ok(saved);
        assertThat(saved.json().path("problems")).as(saved.text()).isEmpty();
        ok(as("prue").complete(task, Map.of()));
        signs("petra", "UserTask_ReviewMessaging", kind);
        signs("lena", "UserTask_ReviewLegality", kind);
        signs("eva", "UserTask_ApproveStatement", kind);
        signs("carla", "UserTask_ReleaseStatement", kind);
        theStaffHasReadIt();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(nobody.get("/site/newsroom").text()).contains(kind + " 保温杯"));
    }

    /** Who walks waits the minute by which the staff reads it before the public does; here the administrator ends it. */
    private void theStaffHasReadIt() {
        JsonNode lead = await().atMost(SOON)
                .until(
                        () -> as("admin")
                                .engine("GET", "/job?maxResults=2&activityId=TimerEvent_StaffLeadOver", null)
                                .json(),
                        found -> found.size() == 1)
                .get(0);
        ok(as("admin").engine("POST", "/job/" + lead.path("id").asText() + "/execute", Map.of()));
    }

    /** The commander says that it is over. */
    void it_is_over() {
        String lead = claimed("carla", "UserTask_LeadResponse");
        // The page shows the statement a moment before the crisis has heard of it.
        await().atMost(SOON).until(() -> crisis().path("milestones").hasNonNull("holdingStatementOut"));
        ok(as("carla").complete(lead, Map.of("summary", "The batch is recalled.")));
    }

    /** Nothing held goes out by itself: a person decides each post, then the crisis is closed and reviewed. */
    void held_posts_are_decided_and_it_is_closed() {
        String review = claimed("carla", "UserTask_ReviewHeldContent");
        String list = "/api/held-content/" + review;
        List<String> held = new ArrayList<>();
        as("carla")
                .get(list)
                .json()
                .path("posts")
                .forEach(post -> held.add(post.path("publicationId").asText()));
        assertThat(held).isNotEmpty();
        assertThat(as("carla").complete(review, Map.of()).sentence()).contains("is not decided yet");
        for (String post : held) {
            ok(as("carla").put(list + "/" + post, Map.of("choice", "drop", "reason", "过时了。")));
        }
        ok(as("carla").complete(review, Map.of()));
        String close = claimed("carla", "UserTask_CloseCrisis");
        assertThat(as("carla").complete(close, Map.of("outcome", "Recalled.")).sentence())
                .contains("quiet long enough");
        ok(as("carla")
                .complete(close, Map.of("outcome", "Recalled.", "earlyReason", "This is the walk of the README.")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(crisis().path("state").asText()).isEqualToIgnoringCase("closed"));
        assertThat(open("carla", "UserTask_HoldRetrospective", "")).isPresent();
    }

    private Map<String, Object> text(JsonNode page) {
        Map<String, String> elements = new LinkedHashMap<>();
        page.path("elements").forEach(part -> {
            if (!part.path("element").asText().equals("NEXT_WORD")) {
                elements.put(part.path("element").asText(), part.path("words").asText() + "：我们正在处理。");
            }
        });
        boolean last = page.path("head").path("kind").asText().startsWith("Resolution");
        LocalDateTime next = LocalDateTime.now(ZoneId.of(page.path("zone").asText()))
                .plusMinutes(50)
                .truncatedTo(ChronoUnit.MINUTES);
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("cluster", "PREVENTABLE");
        text.put("repeated", false);
        text.put("strategy", STRATEGY);
        text.put("elements", elements);
        text.put("nextWord", last ? null : next.toString());
        text.put("title", page.path("head").path("kind").asText() + " 保温杯");
        text.put(
                "body",
                String.join("\n\n", elements.values())
                        + (last ? "" : "\n\n下一次通报：" + next.toString().replace('T', ' ')));
        text.put("ai", "NO");
        text.put("revision", page.path("revision").asInt());
        return text;
    }

    private void signs(String person, String definitionKey, String kind) {
        String task = claimed(person, definitionKey, kind);
        JsonNode sheet =
                as(person).get("/api/statements/tasks/" + task + "/sheet").json();
        StringBuilder answers = new StringBuilder();
        sheet.path("checklist")
                .forEach(item -> answers.append(answers.isEmpty() ? "{" : ",")
                        .append('"')
                        .append(item.path("id").asText())
                        .append("\":\"yes\""));
        Map<String, Object> verdict = new HashMap<>();
        verdict.put("stepVerdict", "approved");
        verdict.put("contentHash", sheet.path("contentHash").asText());
        verdict.put(
                "checklistAnswers",
                answers.isEmpty() ? "{}" : answers.append('}').toString());
        ok(as(person).complete(task, verdict));
    }

    private String claimed(String person, String definitionKey) {
        return claimed(person, definitionKey, "");
    }

    private String claimed(String person, String definitionKey, String named) {
        String task = await().atMost(SOON)
                .alias("%s for %s".formatted(definitionKey, person))
                .until(() -> open(person, definitionKey, named), Optional::isPresent)
                .orElseThrow();
        JsonNode found = as(person).engine("GET", "/task/" + task, null).json();
        if (!found.path("assignee").asText().equals(person)) {
            ok(as(person).claim(task, person));
        }
        return task;
    }

    private Optional<String> open(String person, String definitionKey, String named) {
        for (JsonNode task : as(person)
                .engine("GET", "/task?maxResults=100&taskDefinitionKey=" + definitionKey, null)
                .json()) {
            boolean free = task.path("assignee").isNull()
                    || task.path("assignee").asText().equals(person);
            if (free && task.path("name").asText().contains(named)) {
                return Optional.of(task.path("id").asText());
            }
        }
        return Optional.empty();
    }

    /** The path of the link in the newest page that this person has in the demo's mailbox. */
    private Optional<String> pageFor(String person) {
        for (JsonNode mail : nobody.get("/demo/mailbox/mails?to=%s@watchdesk.example".formatted(person))
                .json()) {
            Matcher link = LINK.matcher(mail.path("text").asText());
            if (mail.path("subject").asText().contains("[RED]") && link.find()) {
                return Optional.of(link.group(1));
            }
        }
        return Optional.empty();
    }

    private JsonNode crisis() {
        return as("carla").get("/api/crises/" + crisisId).json();
    }

    private Answer form(String path, String body) {
        return nobody.send("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
    }

    private TasklistClient as(String person) {
        return people.computeIfAbsent(person, name -> TasklistClient.login(root, name, name));
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isLessThan(300);
    }
}
