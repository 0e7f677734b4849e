package io.watchdesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Asset;
import io.watchdesk.content.AssetRegister;
import io.watchdesk.content.Brief;
import io.watchdesk.content.Category;
import io.watchdesk.content.Draft;
import io.watchdesk.content.Drafting;
import io.watchdesk.content.Format;
import io.watchdesk.content.PoolTier;
import io.watchdesk.publishing.Hold;
import io.watchdesk.publishing.Holds;
import io.watchdesk.screening.Screenings;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.Browser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** The pages of the desk in a real browser: both languages, desktop and phone, without serious faults for people with a handicap. */
class DeskPagesTest extends ApplicationSpecification {

    private static final String MARKUP = "<img data-xss src=x onerror=\"window.pwned=1\">杯子 ☕";
    private static final Path PICTURES = Path.of("target", "desk");
    private static final String AXE = """
            () => axe.run(document, {resultTypes: ['violations']}).then(result => result.violations
              .filter(found => ['serious', 'critical'].includes(found.impact))
              .map(found => found.id + ': ' + found.nodes.map(node => node.html.slice(0, 200)).join(' | ')))""";

    @Autowired
    private Drafting drafting;

    @Autowired
    private AssetRegister assets;

    @Autowired
    private Screenings screenings;

    @Autowired
    private Holds holds;

    @Test
    void every_page_can_be_read_in_both_languages_on_desktop_and_phone_and_text_stays_text() throws IOException {
        String piece = piece();
        String hold = as("max", () -> holds.place(Hold.Scope.PIECE, piece, MARKUP, "max"))
                .id();
        String axe = new ClassPathResource("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")
                .getContentAsString(StandardCharsets.UTF_8);
        List<String> trouble = new ArrayList<>();
        try (Browser browser = Browser.open();
                BrowserContext session = browser.session(1280, 900)) {
            Page page = session.newPage();
            signIn(page, "max", "/desk/pipeline");
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    trouble.add(page.url() + " " + message.text());
                }
            });
            page.onPageError(error -> trouble.add(page.url() + " " + error));
            for (String language : List.of("en", "zh")) {
                session.addCookies(List.of(new Cookie("watchdesk-language", language).setUrl(at("/").toString())));
                for (int width : List.of(1280, 390)) {
                    page.setViewportSize(width, width == 390 ? 844 : 900);
                    for (String path : List.of("pipeline", "items", "items/" + piece, "calendar")) {
                        look(page, path, language, width, axe, trouble);
                    }
                }
            }
            assertThat(trouble).isEmpty();
            page.navigate(at("/desk/items/" + piece + "?version=2").toString());
            assertThat(page.locator("ins").allInnerTexts()).anyMatch(text -> text.contains("Second"));
            assertThat(page.locator("del").allInnerTexts()).anyMatch(text -> text.contains("First"));
            page.locator("#model .djs-element").first().waitFor();
            assertThat(page.locator("#model .wd-here").count()).isPositive();
        } finally {
            as("max", () -> holds.release(hold, "The test is over."));
        }
    }

    @Test
    void an_open_page_shows_within_seconds_what_somebody_else_did() {
        String piece = piece();
        try (Browser browser = Browser.open();
                BrowserContext session = browser.session(1280, 900)) {
            Page page = session.newPage();
            signIn(page, "max", "/desk/pipeline?step=UserTask_WriteDraft");
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

    private void look(Page page, String path, String language, int width, String axe, List<String> trouble) {
        page.navigate(at("/desk/" + path).toString());
        if (path.equals("calendar")) {
            page.locator(".fc-event, .fc-list-event").first().waitFor();
        }
        String name = path.replaceFirst("/.*", "-one") + "-" + language + "-" + width;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        page.evaluate(axe);
        ((List<?>) page.evaluate(AXE)).forEach(found -> trouble.add(name + " " + found));
        if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
            trouble.add(name + " is wider than the screen");
        }
        if (page.content().contains("??")) {
            trouble.add(name + " has a text that is missing");
        }
        if (page.locator("[data-xss]").count() > 0 || Boolean.TRUE.equals(page.evaluate("window.pwned === 1"))) {
            trouble.add(name + " took a text for markup");
        }
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.equals("zh") ? "zh-CN" : "en");
    }

    private void signIn(Page page, String person, String path) {
        page.navigate(at(path).toString());
        page.locator("input[type=password]").waitFor();
        page.locator("input[type=text]").first().fill(person);
        page.locator("input[type=password]").fill(person);
        page.locator("button[type=submit]").click();
        page.waitForURL("**" + path);
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
                                new Asset.Rights(MARKUP, MARKUP, MARKUP, MARKUP, Set.of(), null, today, MARKUP)))
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
