package io.watchdesk.desk.plugin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.watchdesk.content.Category;
import io.watchdesk.content.Version;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.review.ReviewWorld;
import io.watchdesk.testing.BannedAccount;
import io.watchdesk.testing.Barriers;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every part that we add to Tasklist and Cockpit as manager, reviewer and person on call, in both languages, on a desktop and
 * on a phone. The pictures are kept in {@code target/plugins}; what is found is told all at once.
 */
@Tag("browser")
class WebappPartsForEverybodyTest extends ReviewWorld {

    private static final double PATIENCE = 60_000;
    private static final Path PICTURES = Path.of("target", "plugins");
    private static final String MARKUP = "<img data-xss src=x onerror=\"window.pwned=1\">抖音账号被封禁 🚫";

    /** Names, ids and addresses are as they are; three words of English in a row are a sentence that was forgotten. */
    private static final Pattern ENGLISH = Pattern.compile("(?:[A-Za-z]{2,} ){2}[a-z]{2,}");

    /** What the people of this world typed in English. */
    private static final Pattern TYPED = Pattern.compile(
            "How to hold a knife|Hold it like this|People who cook|The second paragraph needs its source named");

    @Autowired
    private CrisisResponse response;

    private final List<String> trouble = new ArrayList<>();
    private String review;
    private String alarm;
    private Version approved;
    private ProcessInstance running;
    private ProcessInstance ended;

    @BeforeEach
    void people_wait_for_slow_machines() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @Test
    void everybody_sees_what_is_theirs_in_both_languages_on_desktop_and_phone() {
        String crisis = aCrisisAndTwoReviews();
        try (Browser browser = Browser.open();
                BrowserContext session = browser.session(1280, 900)) {
            Part piece = glance("review", review, this::tellsThePiece);
            Part situation = glance("crisis", alarm, this::tellsTheCrisis);
            visits(session, "max", List.of(piece, situation), cockpit());
            visits(session, "rita", List.of(piece), List.of());
            visits(session, "olga", List.of(situation), List.of());
        } finally {
            response.falseAlarm(crisis, "The story is over.");
        }
        assertThat(trouble).isEmpty();
    }

    private String aCrisisAndTwoReviews() {
        isMemberOf("olga", "oncall-tier-1");
        approved = written(Category.KNOWLEDGE, "握刀的姿势很重要。", "wei");
        ended = reviewStarts(approved);
        signsOff("rita", approved, "approved");
        endedAt(ended, "EndEvent_ContentApproved");
        Version first = written(Category.KNOWLEDGE, "握刀的姿势很重要。\nHold it like this.", "wei");
        reviewStarts(first);
        signsOff("rita", first, "changesRequested");
        Version second = rewritten(first.pieceId(), "握刀的方法很重要，这是全国第一的办法。\n" + MARKUP, "wanda");
        running = reviewStarts(second);
        review = anyReview().getId();
        String crisis = BannedAccount.declared(response, clock, MARKUP);
        jobsRun();
        alarm = taskService
                .createTaskQuery()
                .processVariableValueEquals("crisisId", crisis)
                .taskCandidateGroup("oncall-tier-1")
                .includeAssignedTasks()
                .list()
                .get(0)
                .getId();
        return crisis;
    }

    private static Part glance(String name, String task, BiConsumer<Page, Boolean> tells) {
        return new Part(
                "glance-" + name,
                "?task=" + task,
                new Tab("At a glance", "任务概览"),
                ".wd-glance",
                ".wd-glance .djs-element.wd-here",
                tells);
    }

    private void tellsThePiece(Page page, boolean chinese) {
        Locator glance = page.locator(".wd-glance");
        assertThat(glance).containsText(chinese ? "正文，第 2 版" : "Text, version 2");
        assertThat(glance).containsText(MARKUP);
        assertThat(glance).containsText(chinese ? "相对第 1 版的改动" : "What changed since version 1");
        assertThat(glance.locator("del").first()).hasText("姿势");
        assertThat(glance).containsText(WHY);
        assertThat(glance.locator(".djs-element.wd-here")).hasCount(1);
        assertThat(glance.locator(".djs-element.wd-here").first()).containsText(chinese ? "审核" : "Review");
        assertThat(glance.locator(".djs-connection.wd-walked")).hasCount(9);
        assertThat(page.locator("body"))
                .containsText(
                        chinese ? "审核内容（编辑）：How to hold a knife" : "Review content (Editor): How to hold a knife");
        if (chinese) {
            assertThat(glance).containsText("“全国第一”是词库词（绝对化用语）。《广告法》第九条第（三）项禁止绝对化用语。");
            assertThat(page.locator("body")).not().containsText("Reviewers");
        }
    }

    private void tellsTheCrisis(Page page, boolean chinese) {
        Locator glance = page.locator(".wd-glance");
        assertThat(glance).containsText(MARKUP);
        assertThat(glance).containsText(chinese ? "时间线" : "Time line");
        assertThat(glance).containsText(chinese ? "系统: 里程碑：呼叫。" : "system: Milestone: paged.");
        assertThat(glance.locator(".djs-element.wd-here")).hasCount(1);
        assertThat(page.locator("body")).containsText(chinese ? "橙色" : "orange");
    }

    private List<Part> cockpit() {
        return List.of(
                new Part(
                        "service-levels",
                        "dashboard",
                        null,
                        ".wd-cockpit",
                        ".wd-cockpit td .wd-badge",
                        (page, chinese) -> assertThat(page.locator(
                                        ".wd-cockpit tr:has-text('%s')".formatted(chinese ? "内容审核" : "Content review")))
                                .containsText(chinese ? "2 项中的" : "of 2")),
                new Part("finished", "finished", null, ".wd-page", ".wd-page tbody tr", this::findsTheFinished),
                new Part(
                        "finished-one",
                        "finished/" + ended.getId(),
                        null,
                        ".wd-page",
                        ".wd-page .wd-walked",
                        this::tellsThePast),
                new Part(
                        "audit-trail",
                        "process-instance/%s/runtime".formatted(running.getId()),
                        new Tab("Audit trail", "审计轨迹"),
                        ".wd-cockpit",
                        ".wd-cockpit tbody tr",
                        (page, chinese) -> {
                            assertThat(page.locator(".wd-cockpit")).containsText(chinese ? "走过的步骤" : "What was passed");
                            assertThat(page.locator(".wd-cockpit")).not().containsText("multiInstanceBody");
                        }),
                new Part(
                        "heat",
                        "process-definition/%s/runtime".formatted(running.getProcessDefinitionId()),
                        new Tab("How often, how long", "次数与用时"),
                        ".wd-cockpit",
                        ".wd-cockpit tbody tr",
                        this::showsAndHidesTheHeat));
    }

    private void findsTheFinished(Page page, boolean chinese) {
        page.locator("#wd-finished-key").fill(approved.pieceId());
        page.locator("button:has-text('%s')".formatted(chinese ? "查询" : "Search"))
                .click();
        Locator rows = page.locator(".wd-page tbody tr:has-text('%s')".formatted(approved.pieceId()));
        assertThat(rows.filter(new Locator.FilterOptions().setHasText(chinese ? "内容审核" : "Content review")))
                .hasCount(1);
    }

    private void tellsThePast(Page page, boolean chinese) {
        assertThat(page.locator(".wd-page h1")).hasText(chinese ? "内容审核" : "Content review");
        assertThat(page.locator(".djs-connection.wd-walked")).hasCount(15);
        assertThat(page.locator(".wd-page")).containsText(chinese ? "审核：签署意见" : "Review: signed off");
        String end = ".djs-element.wd-walked[data-element-id=EndEvent_Content%s]";
        assertThat(page.locator(end.formatted("Approved"))).hasCount(1);
        assertThat(page.locator(end.formatted("Rejected"))).hasCount(0);
    }

    private void showsAndHidesTheHeat(Page page, boolean chinese) {
        assertThat(page.locator(".wd-model-note").first()).containsText("×");
        assertThat(page.locator(".wd-cockpit")).containsText(chinese ? "审核内容" : "Review content");
        page.locator(".wd-heat-switch").click();
        assertThat(page.locator(".wd-model-note")).hasCount(0);
        page.locator(".wd-heat-switch").click();
        assertThat(page.locator(".wd-model-note").first()).isVisible();
    }

    private void visits(BrowserContext session, String person, List<Part> tasklist, List<Part> cockpit) {
        SignedIn.as(session, port, person);
        try (Page page = session.newPage()) {
            page.setDefaultTimeout(PATIENCE);
            page.onConsoleMessage(message -> {
                boolean refused = message.location().contains("/cockpit/") && !person.equals("max");
                if (message.type().equals("error") && !refused) {
                    trouble.add("%s %s %s".formatted(person, message.location(), message.text()));
                }
            });
            page.onPageError(error -> trouble.add("%s %s %s".formatted(person, page.url(), error)));
            for (String language : List.of("en", "zh")) {
                SignedIn.reads(session, port, language);
                opens(page, "tasklist", tasklist, person, language);
                if (cockpit.isEmpty()) {
                    isRefused(page, person, language);
                } else {
                    opens(page, "cockpit", cockpit, person, language);
                }
                page.navigate("about:blank");
            }
        }
    }

    /** Who may not enter Cockpit and tries is told so, in their language and with a way back. */
    private void isRefused(Page page, String person, String language) {
        page.navigate("http://localhost:%d/camunda/app/cockpit/default/#/dashboard".formatted(port));
        String heading = page.locator("h1").innerText();
        if (!heading.equals(language.equals("zh") ? "你的角色无权打开此页面" : "This is not for your role")) {
            trouble.add("%s reads %s in Cockpit".formatted(person, heading));
        }
        if (page.locator("main a[href='/desk']").count() != 1) {
            trouble.add("%s finds no way out of Cockpit".formatted(person));
        }
        Part page403 = new Part("refused", "", null, "main", "main", (shown, chinese) -> {});
        look(page, page403, "%s-cockpit-refused-%s-390".formatted(person, language));
        page.setViewportSize(1280, 900);
        look(page, page403, "%s-cockpit-refused-%s-1280".formatted(person, language));
    }

    /** The webapp is loaded once; its parts lie behind the hash. */
    private void opens(Page page, String webapp, List<Part> parts, String person, String language) {
        String root = "http://localhost:%d/camunda/app/%s/default/#/".formatted(port, webapp);
        boolean chinese = language.equals("zh");
        for (Part part : parts) {
            page.setViewportSize(1280, 900);
            page.navigate(root + part.place());
            if (part.tab() != null) {
                String label = chinese ? part.tab().chinese() : part.tab().english();
                page.locator("a[role=tab]:has-text('%s'), .nav-tabs a:has-text('%1$s')".formatted(label))
                        .first()
                        .click();
            }
            page.locator(part.filled()).first().waitFor();
            part.tells().accept(page, chinese);
            look(page, part, "%s-%s-%s-1280".formatted(person, part.name(), language));
            page.setViewportSize(390, 844);
            look(page, part, "%s-%s-%s-390".formatted(person, part.name(), language));
        }
    }

    private void look(Page page, Part part, String name) {
        Locator ours = page.locator(part.selector()).first();
        ours.evaluate("box => box.scrollIntoView({ behavior: 'instant' })");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        // What axe looks at is the same at both widths; one part is asked in English on the desktop, in Chinese on the
        // phone.
        if (name.endsWith("-en-1280") || name.endsWith("-zh-390")) {
            Barriers.of(page, part.selector()).forEach(found -> trouble.add(name + " " + found));
        }
        if ((Integer) ours.evaluate("box => box.scrollWidth - box.clientWidth") > 0) {
            trouble.add(name + " sticks out of its box");
        }
        if (page.locator("[data-xss]").count() > 0 || Boolean.TRUE.equals(page.evaluate("window.pwned === 1"))) {
            trouble.add(name + " took a text for markup");
        }
        String read = TYPED.matcher(ours.innerText()).replaceAll("");
        if (name.contains("-zh-") && ENGLISH.matcher(read).find()) {
            trouble.add(name + " says in English: "
                    + ENGLISH.matcher(read).results().map(each -> each.group()).toList());
        }
    }

    /**
     * One of our parts.
     *
     * @param place what stands behind the hash of the webapp
     * @param tab the tab to open, or null where the part is there at once
     * @param selector all of the part
     * @param filled what is there once the part has got its data
     * @param tells what the page must say, in Chinese or in English
     */
    private record Part(
            String name, String place, Tab tab, String selector, String filled, BiConsumer<Page, Boolean> tells) {}

    /** What is written on a tab. */
    private record Tab(String english, String chinese) {}
}
