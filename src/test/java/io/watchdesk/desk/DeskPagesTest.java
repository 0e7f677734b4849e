package io.watchdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Asset;
import io.watchdesk.content.AssetRegister;
import io.watchdesk.content.Brief;
import io.watchdesk.content.Category;
import io.watchdesk.content.Draft;
import io.watchdesk.content.Drafting;
import io.watchdesk.content.Format;
import io.watchdesk.content.PoolTier;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.desk.figures.FiguresByMonth;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Holds;
import io.watchdesk.screening.Screenings;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.BannedAccount;
import io.watchdesk.testing.Barriers;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
import io.watchdesk.testing.TasklistClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of the desk in a real browser: both languages, desktop and phone, without serious faults for people with a handicap. */
class DeskPagesTest extends ApplicationSpecification {

    private static final String MARKUP = "<img data-xss src=x onerror=\"window.pwned=1\">杯子 ☕";
    private static final int PHONE = 390;
    private static final Path PICTURES = Path.of("target", "desk");

    @Autowired
    private Drafting drafting;

    @Autowired
    private AssetRegister assets;

    @Autowired
    private Screenings screenings;

    @Autowired
    private Holds holds;

    @Autowired
    private CrisisResponse response;

    @Autowired
    private FiguresByMonth months;

    @Test
    void everybody_reads_their_pages_in_both_languages_on_desktop_and_phone_and_no_others() {
        String piece = piece();
        String hold = as("max", () -> holds.place(Hold.Scope.PIECE, piece, MARKUP, "max"))
                .id();
        String crisis = BannedAccount.declared(response, clock, MARKUP + "抖音账号被封禁");
        String counted = as("max", () -> months.begin(YearMonth.of(2025, 11), YearMonth.of(2025, 12)));
        isMemberOf("olga", "oncall-tier-1");
        List<String> content = List.of("pipeline", "items", "items/" + piece, "calendar");
        List<String> night = List.of("crises", "crises/" + crisis, "on-call");
        List<String> managers = List.of("figures", "work", "work/" + counted);
        List<String> trouble = new ArrayList<>();
        try (Browser browser = Browser.open()) {
            reads(browser, "max", List.of(content, night, managers, List.of("feeds")), List.of(), trouble);
            reads(browser, "rita", List.of(content, List.of("work")), List.of(night, List.of("figures")), trouble);
            reads(browser, "olga", List.of(content, night), List.of(managers), trouble);
        } finally {
            as("max", () -> holds.release(hold, "The test is over."));
            response.falseAlarm(crisis, "The story is over.");
        }
        assertThat(trouble).isEmpty();
        TasklistClient max = TasklistClient.login(at("/"), "max", "max");
        assertThat(max.get("/desk/work/" + counted + "/result.csv").text())
                .contains("\"2025-11-01\",\"2025-11-30\",\"content\",\"\",\"piecesOpened\",\"number\",0")
                .contains("\"2025-12-01\",\"2025-12-31\",\"content\"");
        assertThat(max.get("/desk/work/" + counted + "/steps.csv").text()).contains("2,\"2025-12\",\"done\"");
        assertThat(TasklistClient.login(at("/"), "rita", "rita")
                        .get("/desk/work/" + counted)
                        .status())
                .as("somebody else's")
                .isEqualTo(404);
    }

    @Test
    void a_piece_shows_what_changed_and_where_it_stands() {
        String piece = piece();
        try (Browser browser = Browser.open();
                BrowserContext session = SignedIn.session(browser, 1280, 900, port, "max", "en")) {
            Page page = session.newPage();
            page.navigate(at("/desk/items/" + piece + "?version=2").toString());
            assertThat(page.locator("ins").allInnerTexts()).anyMatch(text -> text.contains("Second"));
            assertThat(page.locator("del").allInnerTexts()).anyMatch(text -> text.contains("First"));
            page.locator("#model .djs-element").first().waitFor();
            assertThat(page.locator("#model .wd-here").count()).isPositive();
        }
    }

    @Test
    void who_signs_out_on_the_desk_has_to_sign_in_again() {
        try (Browser browser = Browser.open();
                BrowserContext session = SignedIn.session(browser, 390, 844, port, "max", "zh")) {
            Page page = session.newPage();
            page.navigate(at("/desk/pipeline").toString());
            page.locator("text=退出").click();
            page.locator("input[type=password]").waitFor();
            page.navigate(at("/desk/pipeline").toString());
            page.locator("input[type=password]").waitFor();
            assertThat(page.url()).contains("/camunda/app/tasklist/");
        }
    }

    @Test
    void what_happens_between_the_making_of_a_page_and_the_opening_of_its_line_is_told() {
        try (Browser browser = Browser.open();
                BrowserContext session = SignedIn.session(browser, 1280, 900, port, "max", "en")) {
            Page page = session.newPage();
            List<String> begun = new ArrayList<>();
            List<String> fetched = new ArrayList<>();
            page.onRequest(request -> fetched.add(request.url()));
            page.route("**/desk/live**", route -> {
                if (begun.isEmpty()) {
                    begun.add(as("max", () -> months.begin(YearMonth.of(2025, 10), YearMonth.of(2025, 10))));
                }
                route.resume();
            });
            page.navigate(at("/desk/work").toString());
            page.locator("a[href$='/desk/work/" + awaited(page, begun) + "']").waitFor();

            page.unroute("**/desk/live**");
            Page still = session.newPage();
            still.onRequest(request -> fetched.add(request.url()));
            still.waitForResponse(
                    "**/desk/live**", () -> still.navigate(at("/desk/crises").toString()));
            // Another request behind it, so that one of the page itself would have been seen.
            still.evaluate("() => fetch('/desk/feeds').then(answer => answer.text())");
            assertThat(fetched)
                    .as("nothing has happened, so nothing is fetched twice")
                    .filteredOn(url -> url.endsWith("/desk/crises"))
                    .hasSize(1);
        }
    }

    /** The page is made and asks for its line before anything is begun. */
    private static String awaited(Page page, List<String> begun) {
        page.waitForCondition(() -> !begun.isEmpty());
        return begun.get(0);
    }

    private void reads(
            Browser browser,
            String person,
            List<List<String>> allowed,
            List<List<String>> refused,
            List<String> trouble) {
        try (BrowserContext session = SignedIn.session(browser, 1280, 900, port, person, "en")) {
            Page page = session.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    trouble.add(page.url() + " " + message.text());
                }
            });
            page.onPageError(error -> trouble.add(page.url() + " " + error));
            for (String language : List.of("en", "zh")) {
                SignedIn.reads(session, port, language);
                for (int width : List.of(1280, PHONE)) {
                    page.setViewportSize(width, width == PHONE ? 844 : 900);
                    allowed.forEach(paths -> paths.forEach(path -> look(page, person, path, language, width, trouble)));
                }
                refused.forEach(paths -> paths.forEach(path -> isRefused(session, person, path, language, trouble)));
            }
        }
    }

    private void isRefused(BrowserContext session, String person, String path, String language, List<String> trouble) {
        APIResponse answer = session.request().get(at("/desk/" + path).toString());
        String sentence = language.equals("zh") ? "无权查看此页面" : "This page is not for your role";
        if (answer.status() != 403 || !answer.text().contains(sentence)) {
            trouble.add("%s %s in %s answers %d".formatted(person, path, language, answer.status()));
        }
    }

    @Test
    void an_open_page_shows_within_seconds_what_somebody_else_did() {
        String piece = piece();
        try (Browser browser = Browser.open();
                BrowserContext session = SignedIn.session(browser, 1280, 900, port, "max", "en")) {
            Page page = session.newPage();
            page.navigate(at("/desk/pipeline?step=UserTask_WriteDraft").toString());
            page.locator("main", new Page.LocatorOptions().setHasText(piece)).waitFor();
            page.waitForResponse(
                    response -> response.url().contains("/desk/pipeline"),
                    () -> as(
                            "wei",
                            () -> taskService.claim(
                                    taskService
                                            .createTaskQuery()
                                            .processInstanceBusinessKey(piece)
                                            .singleResult()
                                            .getId(),
                                    "wei")));
            page.locator("tr", new Page.LocatorOptions().setHasText(piece).setHas(page.getByText("Wei")))
                    .waitFor();
        }
    }

    private void look(Page page, String person, String path, String language, int width, List<String> trouble) {
        page.navigate(at("/desk/" + path).toString());
        if (path.equals("calendar")) {
            page.locator(".fc-event, .fc-list-event").first().waitFor();
        }
        String name = "%s-%s-%s-%d".formatted(person, path.replaceFirst("/.*", "-one"), language, width);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        // What axe looks at is the same at both widths and in both languages but for the texts.
        if (language.equals("zh") == (width == PHONE)) {
            Barriers.of(page, "html").forEach(found -> trouble.add(name + " " + found));
        }
        if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
            trouble.add(name + " is wider than the screen");
        }
        if (page.content().contains("??")) {
            trouble.add(name + " has a text that is missing");
        }
        if (page.locator("[data-xss]").count() > 0 || Boolean.TRUE.equals(page.evaluate("window.pwned === 1"))) {
            trouble.add(name + " took a text for markup");
        }
        String lang = page.locator("html").getAttribute("lang");
        if (!lang.equals(language.equals("zh") ? "zh-CN" : "en")) {
            trouble.add(name + " is in " + lang);
        }
    }

    /** Two versions with findings, a right that ends this month, and a process that waits for its writer. */
    private String piece() {
        String id = as(
                        "pia",
                        () -> drafting.open(new Brief(
                                MARKUP,
                                Category.KNOWLEDGE,
                                MARKUP,
                                PoolTier.REGULAR,
                                Format.ARTICLE,
                                List.of("newsroom"),
                                null,
                                MARKUP)))
                .id();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String asset = as(
                        "wei",
                        () -> assets.add(
                                id,
                                Asset.Kind.IMAGE,
                                "cup.png",
                                picture(),
                                new Asset.Rights(
                                        MARKUP, MARKUP, MARKUP, MARKUP, Set.of(), null, today, MARKUP, null, null)))
                .id();
        submit(id, "First " + MARKUP, asset);
        submit(id, "Second " + MARKUP, asset);
        runtimeService
                .createProcessInstanceByKey("content-production")
                .businessKey(id)
                .setVariable("pieceId", id)
                .setVariable("contentTitle", MARKUP)
                .setVariable("writer", null)
                .setVariable(
                        "draftDue", clock.instant().plus(Duration.ofDays(1)).toString())
                .startBeforeActivity("UserTask_WriteDraft")
                .execute();
        return id;
    }

    private void submit(String id, String body, String asset) {
        as(
                "wei",
                () -> drafting.save(
                        id,
                        new Draft.Text(
                                MARKUP,
                                body + " 最佳 https://example.com",
                                List.of(),
                                List.of("https://example.com/"),
                                List.of(asset),
                                AiDeclaration.PARTLY,
                                drafting.draft(id).revision())));
        int number = as("wei", () -> drafting.submit(id)).number();
        screenings.screen(id, number);
    }

    private static byte[] picture() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
