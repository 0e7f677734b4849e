package io.watchdesk.desk.plugin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import io.watchdesk.content.Category;
import io.watchdesk.content.Version;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.review.ReviewWorld;
import io.watchdesk.testing.Barriers;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.TasklistClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What we add to Tasklist and Cockpit, in a real browser, for people with different rights and in both languages. */
@Tag("browser")
class WebappPartsTest extends ReviewWorld {

    private static final double PATIENCE = 60_000;
    private static final String TAB = "a[role=tab]:has-text('%s'), .nav-tabs a:has-text('%1$s')";

    @Autowired
    private CrisisResponse response;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void people_wait_for_slow_machines() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @Test
    void a_reviewer_sees_the_piece_of_a_task_at_a_glance_in_both_languages() {
        Version first = written(Category.KNOWLEDGE, "握刀的姿势很重要。\nHold it like this.", "wei");
        reviewStarts(first);
        signsOff("rita", first, "changesRequested");
        Version second =
                rewritten(first.pieceId(), "握刀的方法很重要，这是全国第一的办法。\n<b>The best</b> way: 73% of cooks agree.", "wanda");
        reviewStarts(second);
        Task task = anyReview();

        try (Browser browser = Browser.open()) {
            Page page = tasklist(browser, "rita", "en", 1280, task.getId());
            page.locator(TAB.formatted("At a glance")).click();
            Locator glance = page.locator(".wd-glance");
            assertThat(glance).containsText("Text, version 2");
            assertThat(glance).containsText("<b>The best</b> way: 73% of cooks agree.");
            assertThat(glance).containsText("What the machine found (");
            assertThat(glance).containsText("What changed since version 1");
            assertThat(glance.locator("del").first()).hasText("姿势");
            assertThat(glance).containsText(WHY);
            assertThat(glance.locator(".djs-element.wd-here")).hasCount(1);
            assertThat(glance.locator(".wd-here .djs-label, .djs-element.wd-here")
                            .first())
                    .containsText("Review");
            assertThat(glance.locator(".djs-connection.wd-walked")).hasCount(9);
            pictured(page, "glance-review-en");
            Barriers.none(page, ".wd-glance");

            Page phone = tasklist(browser, "rita", "zh", 390, task.getId());
            Locator form = phone.locator("form.wd-form");
            assertThat(form).containsText("你的结论");
            assertThat(form).containsText("至少 10 个字，撰稿人会看到。");
            assertThat(form).containsText("撰稿：Wei，最后修改：Wanda");
            assertThat(form).containsText("语言文字是否正确");
            assertThat(form).not().containsText("Checklist");
            pictured(phone, "form-review-zh-phone");
            phone.locator(TAB.formatted("任务概览")).click();
            assertThat(phone.locator("body")).containsText("审核内容（编辑）：How to hold a knife");
            assertThat(phone.locator("body")).containsText("待认领");
            assertThat(phone.locator("body")).not().containsText("Reviewers");
            Locator chinese = phone.locator(".wd-glance");
            assertThat(chinese).containsText("正文，第 2 版");
            assertThat(chinese).containsText("相对第 1 版的改动");
            assertThat(chinese.locator(".djs-element.wd-here")).hasCount(1);
            assertThat(chinese.locator(".djs-element.wd-here").first()).containsText("审核");
            pictured(phone, "glance-review-zh-phone");
            Barriers.none(phone, ".wd-glance");
            assertThat((Integer) chinese.evaluate("box => box.scrollWidth - box.clientWidth"))
                    .as("pixels that stick out on a phone")
                    .isLessThanOrEqualTo(0);
        }
    }

    @Test
    void a_person_on_call_sees_the_crisis_of_a_task_at_a_glance() {
        isMemberOf("olga", "oncall-tier-1");
        String crisis = declared("Brakes <i>fail</i> in the rain");
        jobsRun();
        Task task = taskService
                .createTaskQuery()
                .processVariableValueEquals("crisisId", crisis)
                .taskCandidateGroup("oncall-tier-1")
                .includeAssignedTasks()
                .list()
                .get(0);

        try (Browser browser = Browser.open()) {
            Page page = tasklist(browser, "olga", "zh", 1280, task.getId());
            page.locator(TAB.formatted("任务概览")).click();
            Locator glance = page.locator(".wd-glance");
            assertThat(glance).containsText("Brakes <i>fail</i> in the rain");
            assertThat(glance).containsText("时间线");
            assertThat(glance.locator(".djs-element.wd-here")).hasCount(1);
            pictured(page, "glance-crisis-zh");
            Barriers.none(page, ".wd-glance");
        }
    }

    @Test
    void a_manager_reads_the_past_in_cockpit() {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        ProcessInstance ended = reviewStarts(version);
        signsOff("rita", version, "approved");
        endedAt(ended, "EndEvent_ContentApproved");
        Version other = written(Category.KNOWLEDGE, "Hold it like that.", "wei");
        ProcessInstance running = reviewStarts(other);

        try (Browser browser = Browser.open()) {
            Page page = cockpit(browser, "max", "en");
            Locator levels = page.locator(".wd-cockpit");
            assertThat(levels).containsText("Service levels");
            assertThat(levels.locator("tr:has-text('Content review')")).containsText("of 1");
            pictured(page, "cockpit-service-levels");
            Barriers.none(page, ".wd-cockpit");

            page.locator("a[href='#/finished']").first().click();
            page.locator("#wd-finished-key").fill(version.pieceId());
            page.locator("button:has-text('Search')").click();
            Locator rows = page.locator(".wd-page tbody tr");
            assertThat(rows.filter(new Locator.FilterOptions().setHasText("Content review")))
                    .hasCount(1);
            Barriers.none(page, ".wd-page");
            rows.locator("a:has-text('Content review')").click();
            assertThat(page.locator(".wd-page h1")).hasText("Content review");
            assertThat(page.locator(".djs-connection.wd-walked")).hasCount(15);
            assertThat(page.locator(".wd-page")).containsText("Review: signed off");
            assertThat(page.locator(".djs-element.wd-walked[data-element-id=EndEvent_ContentApproved]"))
                    .hasCount(1);
            assertThat(page.locator(".djs-element.wd-walked[data-element-id=EndEvent_ContentRejected]"))
                    .hasCount(0);
            pictured(page, "cockpit-finished-instance");
            Barriers.none(page, ".wd-page");

            go(page, "#/process-instance/%s/runtime".formatted(running.getId()));
            page.locator("a:has-text('Audit trail')").first().click();
            assertThat(page.locator(".wd-cockpit")).containsText("What was passed");
            pictured(page, "cockpit-audit-trail");
            Barriers.none(page, ".wd-cockpit");

            go(page, "#/process-definition/%s/runtime".formatted(running.getProcessDefinitionId()));
            assertThat(page.locator(".wd-model-note").first()).containsText("×");
            page.locator("a:has-text('How often, how long')").first().click();
            assertThat(page.locator(".wd-cockpit")).containsText("Review content");
            pictured(page, "cockpit-heat");
            Barriers.none(page, ".wd-cockpit");
            page.locator(".wd-heat-switch").click();
            assertThat(page.locator(".wd-model-note")).hasCount(0);

            Page chinese = cockpit(browser, "max", "zh");
            assertThat(chinese.locator(".wd-cockpit")).containsText("服务水平");
            assertThat(chinese.locator(".wd-cockpit")).containsText("内容审核");
            go(chinese, "#/finished/%s".formatted(ended.getId()));
            assertThat(chinese.locator(".wd-page h1")).hasText("内容审核");
            pictured(chinese, "cockpit-finished-instance-zh");
            Barriers.none(chinese, ".wd-page");
        }
    }

    @Test
    void nobody_reads_more_than_their_role_may_see() {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        ProcessInstance review = reviewStarts(version);
        Task task = anyReview();
        TasklistClient pia = TasklistClient.login(root(), "pia", "pia");
        TasklistClient rita = TasklistClient.login(root(), "rita", "rita");
        String definition = "/api/desk/model-figures?definition=" + review.getProcessDefinitionId();

        assertThat(new TasklistClient(root())
                        .get("/api/desk/tasks/" + task.getId())
                        .status())
                .isEqualTo(401);
        assertThat(pia.get("/api/desk/tasks/" + task.getId()).sentence()).contains("not yours to see");
        assertThat(rita.get("/api/desk/tasks/" + task.getId()).status()).isEqualTo(200);
        assertThat(rita.get(definition).sentence()).contains("not yours to see");
        assertThat(rita.get("/api/desk/service-levels").json().path("rows")).isEmpty();
        assertThat(rita.send(
                                "GET",
                                definition,
                                null,
                                java.net.http.HttpRequest.BodyPublishers.noBody(),
                                Map.of("Accept-Language", "zh-CN,zh;q=0.9"))
                        .sentence())
                .isEqualTo("流程不存在，或你无权查看其历史。");
        assertThat(TasklistClient.login(root(), "max", "max").get(definition).status())
                .isEqualTo(200);
    }

    @Test
    void people_get_the_addresses_of_their_feeds_on_a_page_in_their_language() {
        try (Browser browser = Browser.open()) {
            Page page = signedIn(session(browser, "zh", 390), "tasklist", "rita", "");
            page.navigate(root() + "/desk/feeds");
            assertThat(page.locator("h1")).hasText("日历与资讯订阅");
            page.locator("#wd-feeds-new").click();
            Locator address = page.locator("#wd-feed-calendar");
            assertThat(address).hasValue(java.util.regex.Pattern.compile("http.*/feeds/calendar/.{40,}\\.ics"));
            String path = URI.create(address.inputValue()).getPath();
            assertThat(new TasklistClient(root()).get(path).text()).startsWith("BEGIN:VCALENDAR");
            pictured(page, "desk-feeds-zh-phone");
            Barriers.none(page, "main");
            assertThat((Integer) page.evaluate(
                            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("pixels that stick out on a phone")
                    .isLessThanOrEqualTo(0);
            page.locator("#wd-feeds-end").click();
            assertThat(page.locator("#wd-feeds-said")).containsText("已失效");
            assertThat(new TasklistClient(root()).get(path).status()).isEqualTo(404);
        }
    }

    @Test
    void mails_come_in_the_language_that_their_reader_chose() {
        TasklistClient rita = TasklistClient.login(root(), "rita", "rita");
        assertThat(rita.put("/api/language", Map.of("language", "fr")).status()).isEqualTo(400);
        assertThat(rita.put("/api/language", Map.of("language", "zh")).status()).isEqualTo(200);
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");

        reviewStarts(version);

        assertThat(subjects("rita", version)).allMatch(subject -> subject.startsWith("待办：审核内容（编辑）"));
        assertThat(subjects("remy", version)).allMatch(subject -> subject.startsWith("To do: Review content (Editor)"));
        rita.put("/api/language", Map.of("language", "en"));
    }

    private List<String> subjects(String person, Version version) {
        List<String> subjects = database.sql("select subject from mail where recipient = ? and piece_id = ?")
                .params(person, version.pieceId())
                .query(String.class)
                .list();
        assertThat(subjects).isNotEmpty();
        return subjects;
    }

    @Test
    void a_part_that_does_not_load_leaves_the_rest_of_tasklist_alone() {
        Version version = written(Category.KNOWLEDGE, "Hold it like this.", "wei");
        reviewStarts(version);

        try (Browser browser = Browser.open();
                BrowserContext session = session(browser, "en", 1280)) {
            session.route("**/plugins/task-glance.js", route -> route.abort());
            Page page =
                    signedIn(session, "tasklist", "rita", "?task=" + anyReview().getId());
            assertThat(page.locator("form.wd-form")).containsText("Written by Wei");
            assertThat(page.locator(TAB.formatted("At a glance"))).hasCount(0);
        }
    }

    private String declared(String title) {
        return response.declare(new CrisisResponse.Declaration(
                        title,
                        List.of("newsroom"),
                        "brakes",
                        "other",
                        Level.RED,
                        List.of("It is on television."),
                        new Facts(null, null, null, null, null, null, null, null, null, null),
                        null,
                        Crisis.Mode.REAL,
                        clock.instant()))
                .id();
    }

    private URI root() {
        return URI.create("http://localhost:" + port);
    }

    private Page tasklist(Browser browser, String person, String language, int width, String taskId) {
        return signedIn(session(browser, language, width), "tasklist", person, "?task=" + taskId);
    }

    private Page cockpit(Browser browser, String person, String language) {
        return signedIn(session(browser, language, 1280), "cockpit", person, "dashboard");
    }

    private BrowserContext session(Browser browser, String language, int width) {
        BrowserContext session = browser.session(width, width < 500 ? 844 : 1000);
        session.addCookies(List.of(new Cookie("watchdesk-language", language).setUrl(root().toString())));
        return session;
    }

    private Page signedIn(BrowserContext session, String webapp, String person, String place) {
        Page page = session.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.navigate("%s/camunda/app/%s/default/#/%s".formatted(root(), webapp, place));
        page.fill("input[type=text]", person);
        page.fill("input[type=password]", person);
        page.click("button[type=submit]");
        page.locator("input[type=password]")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        return page;
    }

    private void go(Page page, String hash) {
        page.evaluate("hash => { window.location.hash = hash }", hash);
    }

    private static void pictured(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures/%s.png".formatted(name)))
                .setFullPage(true));
    }
}
