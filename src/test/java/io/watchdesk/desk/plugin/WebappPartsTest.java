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
import io.watchdesk.review.ReviewWorld;
import io.watchdesk.testing.Barriers;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
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

/**
 * What we add to Tasklist and Cockpit, in a real browser: what the parts say. How they look as everybody, in both languages and
 * on a phone, and whether they have barriers, is asked by {@link WebappPartsForEverybodyTest}.
 */
@Tag("browser")
class WebappPartsTest extends ReviewWorld {

    private static final double PATIENCE = 60_000;
    private static final String TAB = "a[role=tab]:has-text('%s'), .nav-tabs a:has-text('%1$s')";

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void people_wait_for_slow_machines() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @Test
    void the_form_of_a_review_is_in_chinese_on_a_phone() {
        reviewStarts(written(Category.KNOWLEDGE, "握刀的方法很重要。", "wei", "wanda"));

        try (Browser browser = Browser.open()) {
            Page phone = tasklist(browser, "rita", "zh", 390, anyReview().getId());
            Locator form = phone.locator("form.wd-form");
            assertThat(form).containsText("你的结论");
            assertThat(form).containsText("至少 10 个字，撰稿人会看到。");
            assertThat(form).containsText("撰稿：Wei，最后修改：Wanda");
            assertThat(form).containsText("语言文字是否正确");
            assertThat(form).not().containsText("Checklist");
            assertThat(phone.locator("body")).containsText("待认领");
            pictured(phone, "form-review-zh-phone");
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

    private URI root() {
        return URI.create("http://localhost:" + port);
    }

    private Page tasklist(Browser browser, String person, String language, int width, String taskId) {
        return signedIn(session(browser, language, width), "tasklist", person, "?task=" + taskId);
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
        SignedIn.byForm(page, person);
        page.locator("input[type=password]")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        return page;
    }

    private static void pictured(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures/%s.png".formatted(name)))
                .setFullPage(true));
    }
}
