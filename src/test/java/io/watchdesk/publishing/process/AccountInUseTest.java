package io.watchdesk.publishing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.account.Account;
import io.watchdesk.account.AccountBook;
import io.watchdesk.account.AccountBook.Kept;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.Scheduling;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** An account stays what it is as long as posts are on their way to it. */
class AccountInUseTest extends PublicationWorld {

    private static final String HARBOUR = "harbour";

    /** Long enough for who is not kept waiting, in milliseconds. */
    private static final int SOON = 700;

    @Autowired
    private AccountBook accounts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @BeforeEach
    void an_account_of_its_own() {
        Account model = accounts.require("weibo");
        accounts.put(Map.of(HARBOUR, Optional.empty()), List.of(new Kept(named(model, HARBOUR, "Harbour 港"), false)));
    }

    @AfterEach
    void take_it_back() {
        other.shutdownNow();
        jdbc.sql("update publication set state = 'DROPPED' where account_id = ?")
                .param(HARBOUR)
                .update();
        jdbc.sql("delete from account where id = ?").param(HARBOUR).update();
        jdbc.sql("delete from register_import").update();
        ReflectionTestUtils.setField(AopTestUtils.<Object>getTargetObject(accounts), "known", null);
    }

    @Test
    void it_is_neither_retired_nor_turned_while_posts_are_planned_or_held_on_it() {
        Publication first = planned(HARBOUR);
        Publication second = planned(HARBOUR);
        held(Hold.Scope.ACCOUNT, HARBOUR);
        TasklistClient max = TasklistClient.login(root(), "max", "max");

        Answer retired = saves(max, Map.of("state", "retired"));
        assertThat(retired.status()).isEqualTo(400);
        assertThat(retired.sentence())
                .isEqualTo(
                        "2 posts are planned or held on Harbour 港; the first is %s, at 2030-01-07 17:10. Move them so that they go out before, or withdraw them, then try again."
                                .formatted(first.id()));
        assertThat(saves(max, Map.of("channel", "site")).json().path("flaws").findValuesAsText("field"))
                .containsExactly("channel");

        String row = "^.*harbour.*$";
        String file = max.get("/desk/registers/accounts/file.csv").text();
        Matcher line = Pattern.compile(row, Pattern.MULTILINE).matcher(file);
        assertThat(line.find()).isTrue();
        String one = file.lines().findFirst().orElseThrow() + "\r\n"
                + line.group().strip().replaceAll("\"?active\"?$", "retired") + "\r\n";
        Answer uploaded = max.upload(
                "/desk/registers/accounts/import",
                "accounts.csv",
                "text/csv",
                one.getBytes(StandardCharsets.UTF_8),
                Map.of());
        String plan =
                "/desk/registers/accounts/import/" + uploaded.json().path("id").asText();
        assertThat(max.get(plan).text()).contains("2 posts are planned or held").doesNotContain("id=\"apply\"");
        assertThat(max.post(plan + "/application", Map.of("stamp", "x")).status())
                .isEqualTo(400);
        assertThatThrownBy(this::retire).isInstanceOf(Refused.class).hasMessageContaining("2 posts are planned");
        assertThat(saves(max, Map.of("grace", "PT45M")).status())
                .as("what does not matter to them")
                .isEqualTo(200);

        ledger.drop(first.id(), REASON);
        assertThat(saves(max, Map.of("state", "retired")).sentence()).contains("One post is planned", second.id());
        ledger.drop(second.id(), REASON);
        assertThat(saves(max, Map.of("state", "retired")).status()).isEqualTo(200);
    }

    @Test
    void a_piece_begun_for_an_account_that_was_retired_meanwhile_waits_for_a_person() {
        String pieceId = approved(WISH, "newsroom", HARBOUR);
        retire();

        assertThat(scheduling.plan(pieceId).outcome()).isEqualTo(Scheduling.Outcome.NEEDS_PERSON);
        assertThat(scheduling.openSlots(pieceId))
                .singleElement()
                .satisfies(open -> assertThat(open.why()).contains("\"harbour\" is retired"));
        assertThatThrownBy(() -> scheduling.choose(pieceId, Map.of(HARBOUR, "2030-02-08T09:30")))
                .hasMessageContaining("\"harbour\" is retired");
        assertThat(ledger.ofPiece(pieceId)).extracting(Publication::accountId).containsExactly("newsroom");
    }

    @Test
    void who_retires_it_waits_for_who_plans_on_it_and_the_other_way_round() throws Exception {
        String pieceId = approved(WISH, HARBOUR);
        Future<?> retiring = transaction.execute(planning -> {
            scheduling.plan(pieceId);
            return waits(this::retire);
        });
        assertThatThrownBy(retiring::get).hasMessageContaining("One post is planned");

        ledger.drop(ledger.ofPiece(pieceId).get(0).id(), REASON);
        String late = approved(WISH, HARBOUR);
        Future<?> planning = transaction.execute(status -> {
            retire();
            return waits(() -> scheduling.plan(late));
        });
        assertThatThrownBy(planning::get).hasMessageContaining("\"harbour\" is retired");
        assertThat(ledger.ofPiece(late)).isEmpty();
    }

    @Test
    void the_calendar_says_in_the_readers_language_which_crisis_holds_it_and_leaves_what_people_typed() {
        as("max", () -> holds.place(Hold.Scope.ACCOUNT, HARBOUR, "Crisis CR-7: Brakes 刹车 <b>", "CR-7"));
        as("max", () -> holds.place(Hold.Scope.ACCOUNT, HARBOUR, "The studio is late.", "max"));
        TasklistClient max = TasklistClient.login(root(), "max", "max");

        assertThat(holdsInCalendar(max, "zh-CN")).contains("危机 CR-7：Brakes 刹车 <b>", "The studio is late.");
        assertThat(holdsInCalendar(max, "en-GB")).contains("Crisis CR-7: Brakes 刹车 <b>", "The studio is late.");
    }

    private List<String> holdsInCalendar(TasklistClient person, String language) {
        Answer marks = person.send(
                "GET",
                "/desk/calendar/marks?from=2030-01-01&until=2030-02-01&kinds=HOLD&account=" + HARBOUR,
                null,
                BodyPublishers.noBody(),
                Map.of("Accept-Language", language));
        return marks.json().path("marks").findValuesAsText("title");
    }

    private Future<?> waits(Runnable deed) {
        Future<?> done = other.submit(deed);
        assertThatThrownBy(() -> done.get(SOON, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        return done;
    }

    private void retire() {
        Kept now = accounts.kept().stream()
                .filter(kept -> kept.account().id().equals(HARBOUR))
                .findFirst()
                .orElseThrow();
        accounts.put(Map.of(HARBOUR, Optional.of(now)), List.of(new Kept(now.account(), true)));
    }

    private Answer saves(TasklistClient person, Map<String, String> fields) {
        Matcher stamp = Pattern.compile("data-stamp=\"([0-9a-f]{64})\"")
                .matcher(person.get("/desk/registers/accounts/entry?key=" + HARBOUR)
                        .text());
        assertThat(stamp.find()).isTrue();
        return person.put(
                "/desk/registers/accounts/entry", Map.of("key", HARBOUR, "stamp", stamp.group(1), "fields", fields));
    }

    private URI root() {
        return URI.create("http://localhost:" + port);
    }

    private static Account named(Account model, String id, String name) {
        return new Account(
                id,
                name,
                model.channel(),
                model.platform(),
                model.zone(),
                model.country(),
                model.workFrom(),
                model.workTo(),
                model.workDays(),
                model.grace(),
                model.titleLimit(),
                model.bodyLimit(),
                model.aiLabel(),
                model.languages());
    }
}
