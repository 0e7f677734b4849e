package io.watchdesk.statement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.content.AiDeclaration;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.publishing.Hold;
import io.watchdesk.statement.Element;
import io.watchdesk.statement.Kind;
import io.watchdesk.statement.Statement;
import io.watchdesk.statement.StatementDesk;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What nobody gets around, whatever way the answers take: forms, REST of the engine, our own endpoints. */
@Tag("any-database")
class StatementRulesTest extends StatementWorld {

    private static final Map<Element, String> ALL = Map.of(
            Element.EMPATHY, "We are sorry for the trouble.",
            Element.FACTS, "1,200 logins were read.",
            Element.UNKNOWN, "We do not know by whom.",
            Element.INQUIRY, "Experts look into it.",
            Element.COMMITMENT, "We tell everybody affected.",
            Element.MORE, "Call our hotline.");

    @Test
    void nobody_approves_a_text_of_his_own() {
        Crisis crisis = crisis(Level.RED, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        isMemberOf("petra", "oncall-tier-2", "cc-pr", "cc-legal");
        writes("petra", crisis);
        TasklistClient petra = signedIn("petra");

        for (String step : List.of(MESSAGING, LEGALITY)) {
            String task = task(step).getId();
            refused(petra.claim(task, "petra"), "Petra wrote");
            refused(petra.submitForm(task, answers(crisis, step, "approved")), "Petra wrote");
            refused(petra.complete(task, answers(crisis, step, "approved")), "Petra wrote");
            refused(
                    signedIn("admin").engine("POST", "/task/" + task + "/assignee", Map.of("userId", "petra")),
                    "Petra wrote");
        }
        assertThat(petra.get("/api/statements/tasks/" + task(MESSAGING).getId() + "/sheet")
                        .json()
                        .path("barred")
                        .asText())
                .contains("Petra wrote");
    }

    @Test
    void nobody_signs_twice_and_nobody_for_another_group() {
        Crisis crisis = crisis(Level.RED, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        writes("petra", crisis);
        isMemberOf("prue", "cc-pr", "cc-legal");
        says("prue", crisis, MESSAGING, "approved");

        refused(
                signedIn("prue").submitForm(task(LEGALITY).getId(), answers(crisis, LEGALITY, "approved")),
                "already signed off this version");
        refused(
                signedIn("admin").submitForm(task(LEGALITY).getId(), answers(crisis, LEGALITY, "approved")),
                "is not a member of cc-legal");
    }

    @Test
    void an_objection_needs_its_reason_an_approval_its_checklist_and_both_the_text_that_was_read() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        writes("petra", crisis);
        TasklistClient leo = signedIn("leo");
        String task = task(LEGALITY).getId();
        leo.claim(task, "leo");

        Map<String, Object> silent = answers(crisis, LEGALITY, "objection");
        silent.put("verdictReason", "no");
        refused(leo.submitForm(task, silent), "explain your verdict");
        Map<String, Object> unread = answers(crisis, LEGALITY, "approved");
        unread.put("checklistAnswers", "{}");
        refused(leo.submitForm(task, unread), "Is every fact confirmed");
        Map<String, Object> denied = answers(crisis, LEGALITY, "approved");
        denied.put("checklistAnswers", ((String) denied.get("checklistAnswers")).replaceFirst("yes", "no"));
        refused(leo.submitForm(task, denied), "so it cannot be approved");
        Map<String, Object> other = answers(crisis, LEGALITY, "approved");
        other.put("contentHash", "0".repeat(64));
        refused(leo.submitForm(task, other), "The text changed since you opened it");
        Map<String, Object> dropping = answers(crisis, LEGALITY, "dropped");
        refused(leo.submitForm(task, dropping), "Only the commander decides that there is no statement");
        refused(leo.submitForm(task, Map.of()), "Choose: approve");
        assertThat(open(LEGALITY)).isOne();
    }

    @Test
    void every_edit_voids_what_was_approved_before() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        isReleased(crisis);
        String piece = statement(crisis).pieceId();
        String approved = approvals.current(piece).orElseThrow().hash();
        assertThat(approved).isEqualTo(contents.latest(piece).orElseThrow().hash());
        held(Hold.Scope.ACCOUNT, "newsroom", crisis(Level.BLUE, "london").id());
        houseHasRead();

        completes(
                "paul",
                "UserTask_DecideHeldPublication",
                Map.of("publicationDecision", "revise", "decisionReason", WHY));
        jobsRun();
        assertThat(approvals.current(piece)).isEmpty();
        theTimeIs(START.plusSeconds(60));
        writes("petra", crisis);

        assertThat(contents.latest(piece).orElseThrow().hash()).isNotEqualTo(approved);
        assertThat(approvals.current(piece)).isEmpty();
    }

    @Test
    void a_text_is_handed_on_only_when_it_is_complete() {
        Crisis crisis = crisis(Level.RED, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        Statement statement = statement(crisis);
        TasklistClient petra = signedIn("petra");
        String task = task(DRAFT).getId();
        petra.claim(task, "petra");

        Answer empty = petra.submitForm(task, Map.of());
        refused(empty, "Choose a strategy: inform, rebuild.");
        for (Element element : ALL.keySet()) {
            assertThat(empty.sentence()).contains("\"%s\" is missing.".formatted(element.words()));
        }
        assertThat(empty.sentence()).contains("Say when the next word comes.");

        Map<Element, String> withoutFacts = new HashMap<>(ALL);
        saves(
                statement,
                form(statement, ALL, clock.instant().plus(Duration.ofMinutes(60))),
                body -> body.replace("1,200 logins", "Logins"));
        refused(petra.submitForm(task, Map.of()), "\"Confirmed facts\" does not stand in the text");
        withoutFacts.remove(Element.FACTS);
        saves(statement, form(statement, withoutFacts, clock.instant().plus(Duration.ofMinutes(60))), body -> body);
        refused(petra.submitForm(task, Map.of()), "\"Confirmed facts\" is missing.");
        saves(statement, form(statement, ALL, clock.instant().minusSeconds(60)), body -> body);
        refused(petra.submitForm(task, Map.of()), "The next word must be in the future.");
        saves(
                statement,
                form(statement, ALL, clock.instant().plus(Duration.ofMinutes(60))),
                body -> body.replace("17:00", "soon"));
        refused(petra.submitForm(task, Map.of()), "The text must name when the next word comes");
        saves(statement, form(statement, ALL, clock.instant().plus(Duration.ofMinutes(130))), body -> body);
        refused(petra.submitForm(task, Map.of()), "every 120 minutes");

        saves(statement, form(statement, ALL, clock.instant().plus(Duration.ofMinutes(60))), body -> body);
        assertThat(petra.submitForm(task, Map.of()).status()).isBetween(200, 204);
    }

    @Test
    void a_strategy_must_fit_who_is_responsible() {
        Crisis crisis = crisis(Level.RED, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        Statement statement = statement(crisis);
        StatementDesk.Form form = form(statement, ALL, clock.instant().plus(Duration.ofMinutes(60)));
        as("petra", () -> desk.save(statement.id(), with(form, form.body(), "remind", List.of())));

        assertThat(desk.problems(statement.id()))
                .containsExactly(
                        "The strategy \"remind\" does not fit what the house is held responsible for. Possible are: inform, rebuild.");
    }

    @Test
    void an_own_text_follows_its_source() {
        Crisis crisis = crisis(Level.RED, "newsroom", "weibo");
        statementStarts(crisis, Kind.HOLDING);
        Statement statement = statement(crisis);
        Instant next = clock.instant().plus(Duration.ofMinutes(60));
        StatementDesk.Form form = form(statement, ALL, next);
        String own = "Short: more by " + shown(next, zone(statement)) + ".";

        as("petra", () -> desk.save(statement.id(), with(form, form.body(), "rebuild", List.of(variant(own, false)))));
        assertThat(desk.problems(statement.id())).isEmpty();
        as(
                "petra",
                () -> desk.save(
                        statement.id(),
                        with(form, form.body() + " More.", "rebuild", List.of(variant(own, false)), 1)));
        assertThat(desk.problems(statement.id())).singleElement().asString().contains("older source text");
        as(
                "petra",
                () -> desk.save(
                        statement.id(), with(form, form.body() + " More.", "rebuild", List.of(variant(own, true)), 2)));
        assertThat(desk.problems(statement.id())).isEmpty();
        as(
                "petra",
                () -> desk.save(
                        statement.id(), with(form, form.body(), "rebuild", List.of(variant("Short.", true)), 3)));
        assertThat(desk.problems(statement.id()))
                .containsExactly("The text for Weibo must name when the next word comes.");
    }

    @Test
    void a_promise_that_is_over_is_not_released() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        writes("petra", crisis, Duration.ofMinutes(30));
        prAndLegalApprove(crisis);
        timePasses(Duration.ofMinutes(31));

        refused(
                signedIn("carla").submitForm(task(RELEASE).getId(), answers(crisis, RELEASE, "approved")),
                "The time that this text promises for the next word is over.");
    }

    @Test
    void only_who_claimed_the_draft_saves_and_who_approves_changes_nothing() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        statementStarts(crisis, Kind.HOLDING);
        String draft = "/api/statements/tasks/" + task(DRAFT).getId();
        Map<String, Object> form = Map.of("title", "T", "body", "B", "revision", 0);

        refused(signedIn("petra").put(draft, form), "");
        TasklistClient petra = signedIn("petra");
        petra.claim(task(DRAFT).getId(), "petra");
        assertThat(petra.put(draft, form).json().path("revision").asInt()).isEqualTo(1);
        refused(signedIn("wei").get(draft), "");
        writes("petra", crisis);
        TasklistClient leo = signedIn("leo");
        leo.claim(task(LEGALITY).getId(), "leo");
        refused(
                leo.put(
                        "/api/statements/tasks/" + task(LEGALITY).getId(),
                        Map.of("title", "T", "body", "B", "revision", 2)),
                "Who approves a text does not change it.");
        refused(signedIn("wei").get("/api/statements?crisisId=" + crisis.id()), "Only people of the crisis line");
        refused(signedIn("wei").get("/api/statements/strategies"), "Only people of the crisis line");
    }

    @Test
    void only_command_ends_a_statement_and_says_why() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        var story = statementStarts(crisis, Kind.HOLDING);
        String withdrawal = "/api/statements/" + statement(crisis).id() + "/withdrawal";

        refused(signedIn("petra").post(withdrawal, Map.of("reason", WHY)), "only people of crisis command");
        refused(signedIn("carla").post(withdrawal, Map.of("reason", " ")), "Say why there is no statement.");
        assertThat(signedIn("carla").post(withdrawal, Map.of("reason", WHY)).status())
                .isEqualTo(200);

        passed(story, "EndEvent_StatementCancelled");
        refused(signedIn("carla").post(withdrawal, Map.of("reason", WHY)), "is not being written or approved any more");
    }

    private void saves(Statement statement, StatementDesk.Form form, UnaryOperator<String> edit) {
        as("petra", () -> desk.save(statement.id(), with(form, edit.apply(form.body()), "rebuild", List.of())));
    }

    private static StatementDesk.FormVariant variant(String body, boolean fits) {
        return new StatementDesk.FormVariant("weibo", "About your login data", body, fits);
    }

    private static StatementDesk.Form with(
            StatementDesk.Form form, String body, String strategy, List<StatementDesk.FormVariant> variants) {
        return with(form, body, strategy, variants, form.revision());
    }

    private static StatementDesk.Form with(
            StatementDesk.Form form,
            String body,
            String strategy,
            List<StatementDesk.FormVariant> variants,
            int revision) {
        return new StatementDesk.Form(
                null,
                Facts.Cluster.PREVENTABLE,
                false,
                strategy,
                form.elements(),
                form.nextWord(),
                form.title(),
                body,
                variants,
                List.of(),
                AiDeclaration.NO,
                revision);
    }

    private TasklistClient signedIn(String person) {
        return TasklistClient.login(URI.create("http://localhost:" + port), person, person);
    }

    private static void refused(Answer answer, String sentence) {
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 403);
        assertThat(answer.sentence()).contains(sentence);
    }
}
