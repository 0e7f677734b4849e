package io.watchdesk.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.escalation.Ladder;
import io.watchdesk.oncall.OnCall;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.BannedAccount;
import io.watchdesk.testing.Barriers;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pages of the night as people use them: an on-call person on a phone, a manager at a desk, in both languages. The
 * pictures are kept in {@code target/night}.
 */
class NightPagesTest extends ApplicationSpecification {

    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int DESK_WIDTH = 1280;
    private static final int DESK_HEIGHT = 900;
    private static final long LIVE_MILLIS = 2000;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TITLE = "抖音账号被封禁 <b>The account</b> was banned during the launch 😱";

    @Autowired
    private CrisisResponse response;

    @Autowired
    private Crises crises;

    @Autowired
    private Ladder ladder;

    @Autowired
    private Timeline timeline;

    @Autowired
    private OnCall onCall;

    @Autowired
    private JdbcClient jdbc;

    private String crisisId;

    @AfterEach
    void over() {
        if (crisisId != null && crises.get(crisisId).open()) {
            response.falseAlarm(crisisId, "The story is over.");
        }
    }

    @Test
    void somebody_on_call_sees_the_situation_on_one_screen_of_a_phone_climbs_and_takes_it() {
        declared();
        String operator = onCall.at("oncall-tier-1", clock.instant()).get(0).person();
        try (Browser browser = Browser.open()) {
            Page page =
                    signedIn(browser, PHONE_WIDTH, PHONE_HEIGHT, operator, "zh").newPage();
            page.navigate(at("/desk/crises").toString());
            expect(page.locator("h1")).hasText("危机");
            kept(page, "crises-phone-zh");
            page.click("a:has-text('抖音账号被封禁')");

            expect(page.locator("h1")).hasText(TITLE);
            expect(page.locator("h1 b")).hasCount(0);
            expect(page.locator(".wd-answers")).containsText("现在该谁处理");
            expect(page.locator(".wd-answers .wd-countdown").first())
                    .hasText(java.util.regex.Pattern.compile("\\d\\d"));
            for (String seen : List.of(".wd-answers > div:last-child", "#take")) {
                // The page may be replacing what is looked at.
                var box = await().pollInSameThread()
                        .until(() -> page.locator(seen).boundingBox(), Objects::nonNull);
                assertThat(box.y + box.height)
                        .as("%s is seen without scrolling", seen)
                        .isLessThanOrEqualTo(PHONE_HEIGHT);
            }
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target", "night", "situation-first-screen.png")));
            kept(page, "situation-phone-zh");

            assertThat(fastestNote(page))
                    .as("milliseconds until a note of somebody else stands on the page, the best of three")
                    .isLessThanOrEqualTo(LIVE_MILLIS);
            expect(page.locator("#timeline img")).hasCount(0);

            await().atMost(SOON).until(() -> ladder.of(crisisId).tier() == 2);
            expect(page.locator("#now")).containsText("已呼叫至第 2 级");
            page.click("#climb summary");
            page.selectOption("#climb-tier", "3");
            page.fill("#climb-reason", "上热搜了");
            page.click("#climb-form button");
            await().atMost(SOON).until(() -> ladder.of(crisisId).tier() == 3);
            expect(page.locator("#now")).containsText("已呼叫至第 3 级");

            page.click("#take");
            expect(page.locator("#take")).hasCount(0);
            expect(page.locator("#now .wd-answers")).containsText(people.displayName(operator));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            kept(page, "situation-taken-phone-zh-dark");
        }
        assertThat(crises.get(crisisId).holder()).isEqualTo(operator);
    }

    @Test
    void who_comes_second_or_is_not_called_is_told_so_and_nothing_happens() {
        declared();
        String operator = onCall.at("oncall-tier-1", clock.instant()).get(0).person();
        await().atMost(SOON).until(() -> ladder.of(crisisId).tier() == 2);
        String acknowledge = "/desk/crises/" + crisisId + "/acknowledge";
        for (String person : List.of("carla", "max", "prue")) {
            Answer refused = client(person).post(acknowledge, Map.of());
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.sentence()).contains("not offered to you");
        }
        assertThat(client("wei").post(acknowledge, Map.of()).status()).isEqualTo(403);
        assertThat(client(operator).withoutToken().post(acknowledge, Map.of()).status())
                .isEqualTo(403);
        String climb = "/api/crises/" + crisisId + "/ladder/climb";
        int step = ladder.of(crisisId).step();
        assertThat(client("max")
                        .post(climb, Map.of("step", step, "tier", 3, "reason", "So."))
                        .status())
                .as("managers see, they do not act")
                .isEqualTo(400);
        assertThat(client(operator)
                        .post(climb, Map.of("step", step - 1, "tier", 3, "reason", "So."))
                        .sentence())
                .contains("has moved since you looked");
        assertThat(client(operator)
                        .post("/desk/crises/" + crisisId + "/still-on-it", Map.of())
                        .sentence())
                .contains("not asked");
        assertThat(client("olga").get("/desk/crises/CR-1").status()).isEqualTo(404);
        assertThat(client("wei").get("/desk/crises/" + crisisId).status()).isEqualTo(403);
        assertThat(client("wei").get("/desk/figures.csv").status()).isEqualTo(403);
        assertThat(client("olga").get("/desk/figures").status()).isEqualTo(403);
        assertThat(client("wei").get("/desk/on-call").status()).isEqualTo(403);

        try (Browser browser = Browser.open()) {
            BrowserContext session = signedIn(browser, DESK_WIDTH, DESK_HEIGHT, operator, "en");
            Page page = session.newPage();
            // A page that has lost its line still shows the button.
            page.route("**/desk/live**", route -> route.abort());
            page.navigate(at("/desk/crises/" + crisisId).toString());
            expect(page.locator("#take")).hasText("I take it");
            response.acknowledge(crisisId, "petra", "by test");
            page.click("#take");
            expect(page.locator("#answer [role=alert]")).containsText("Petra was first");
            expect(page.locator("#take")).hasCount(0);
            kept(page, "situation-desk-en");
        }
        assertThat(crises.get(crisisId).holder()).isEqualTo("petra");
    }

    @Test
    void a_manager_puts_somebody_in_with_two_clicks_and_people_swap_with_two() {
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, DESK_WIDTH, DESK_HEIGHT, "max", "zh").newPage();
            page.navigate(at("/desk/on-call").toString());
            kept(page, "oncall-desk-zh");
            var rota = page.locator("#rota-oncall-tier-2");
            String now = onCall.at("oncall-tier-2", clock.instant()).get(0).person();
            String other = now.equals("petra") ? "peng" : "petra";
            rota.locator(".wd-duty button").click();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "night", "oncall-dialog.png")));
            page.click("#choose-people button:has-text('%s')".formatted(people.displayName(other)));
            expect(rota.locator(".wd-duty strong")).hasText(people.displayName(other));
            assertThat(onCall.at("oncall-tier-2", clock.instant()))
                    .extracting(OnCall.Duty::person)
                    .containsExactly(other);
            rota.locator("button[data-remove]").click();
            expect(rota.locator(".wd-duty strong")).hasText(people.displayName(now));

            Page phone = signedIn(browser, PHONE_WIDTH, PHONE_HEIGHT, now, "en").newPage();
            phone.navigate(at("/desk/on-call").toString());
            phone.locator("button[data-open=offer]:below(:text('PR managers'))")
                    .first()
                    .click();
            phone.fill("#choose-note", "<i>Wedding</i>");
            phone.click("#choose-people button");
            expect(phone.locator("#answer [role=status]")).hasText("Done.");
            kept(phone, "oncall-phone-en");

            Page taker =
                    signedIn(browser, PHONE_WIDTH, PHONE_HEIGHT, other, "zh").newPage();
            taker.navigate(at("/desk/on-call").toString());
            expect(taker.locator("text=<i>Wedding</i>")).isVisible();
            taker.click("button[data-open=accept]");
            taker.click("#choose-people button");
            expect(taker.locator("#answer [role=status]")).hasText("已完成。");
            expect(taker.locator("button[data-open=accept]")).hasCount(0);
            taker.locator("#rota-oncall-tier-2 button[data-remove]").click();
            expect(taker.locator("#rota-oncall-tier-2 button[data-remove]")).hasCount(0);
        }
    }

    @Test
    void a_manager_reads_the_figures_in_both_languages_and_takes_them_as_a_file() {
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, DESK_WIDTH, DESK_HEIGHT, "max", "zh").newPage();
            page.navigate(at("/desk/figures").toString());
            expect(page.locator("h1")).hasText("数据统计");
            kept(page, "figures-desk-zh");
            Page phone =
                    signedIn(browser, PHONE_WIDTH, PHONE_HEIGHT, "max", "en").newPage();
            phone.navigate(at("/desk/figures?from=2001-01-01&to=2001-01-31&compare=year")
                    .toString());
            expect(phone.locator("#accounts .wd-empty")).containsText("Nothing to count");
            kept(phone, "figures-empty-phone-en");
        }
        TasklistClient max = client("max");
        Answer file = max.get("/desk/figures.csv?from=2001-01-01&to=2001-01-31");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"watchdesk-figures-2001-01-01-2001-01-31.csv\"");
        assertThat(file.text()).contains("\"content\",\"\",\"piecesOpened\",\"number\",0,0");
        assertThat(max.get("/desk/figures?from=2001-01-31&to=2001-01-01").text())
                .contains("must not end before it begins");
        assertThat(max.get("/desk/figures?from=1999&to=2001-01-01").status()).isEqualTo(400);
        assertThat(max.get("/desk/figures?to=-999999999-01-01").status()).isEqualTo(400);
        assertThat(max.get("/desk/figures?from=2001-01-01&to=2009-01-01").status())
                .isEqualTo(400);
    }

    private static LocatorAssertions expect(Locator shown) {
        return PlaywrightAssertions.assertThat(shown);
    }

    private void declared() {
        crisisId = BannedAccount.declared(response, clock, TITLE);
        for (int minute = 0; minute < 40; minute += 3) {
            String id = UUID.randomUUID().toString().substring(0, 18);
            var at = clock.instant().minus(Duration.ofMinutes(minute)).atOffset(java.time.ZoneOffset.UTC);
            jdbc.sql("""
                            insert into signal (id, source, event_id, title, full_text, facts, occurred_at, received_at,
                                state, crisis_id, assessment_started_at, assessment_attempts)
                            values (?, 'test', ?, 'Title', 'Text', '{}', ?, ?, 'IN_CRISIS', ?, ?, 1)
                            """).params(id, id, at, at, crisisId, at).update();
        }
    }

    /** A machine that does other things as well may be late once. */
    private long fastestNote(Page page) {
        long fastest = Long.MAX_VALUE;
        for (int number = 1; number <= 3; number++) {
            String text = "Note %d <img src=x onerror=alert(1)> 第二条".formatted(number);
            noted(text);
            long noted = System.nanoTime();
            expect(page.locator("#timeline")).containsText(text, new ContainsTextOptions().setTimeout(SOON.toMillis()));
            fastest = Math.min(
                    fastest, Duration.ofNanos(System.nanoTime() - noted).toMillis());
        }
        return fastest;
    }

    private void noted(String text) {
        as("petra", () -> timeline.record(crisisId, "crisis.noted", text));
    }

    private TasklistClient client(String person) {
        return TasklistClient.login(at("/"), person, person);
    }

    private BrowserContext signedIn(Browser browser, int width, int height, String person, String language) {
        return SignedIn.session(browser, width, height, port, person, language);
    }

    /** Keeps a picture of the whole page, which must fit into its width and be usable by everybody. */
    private static void kept(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "night", name + ".png")));
        assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("what %s has too much in width", name)
                .isLessThanOrEqualTo(0);
        Barriers.none(page, "html");
    }
}
