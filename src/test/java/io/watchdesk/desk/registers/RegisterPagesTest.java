package io.watchdesk.desk.registers;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.watchdesk.testing.Barriers;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.SignedIn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An owner at each register in a real browser: on a desktop, and on a dark phone in Chinese. */
class RegisterPagesTest extends RegisterWorld {

    private static final String MARKUP = "<img data-xss src=x onerror=\"window.pwned=1\">杯子 ☕";
    private static final Path PICTURES = Path.of("target", "desk");
    private final List<String> trouble = new ArrayList<>();

    @AfterEach
    void takeBack() {
        jdbc.sql("delete from account where id = 'cups'").update();
        jdbc.sql("delete from statement_template where id = 'cups'").update();
    }

    @Test
    void an_owner_edits_each_register_and_sees_its_history() {
        String asset = asset();
        try (Browser browser = Browser.open();
                BrowserContext session = browser.session(1280, 900)) {
            Page page = session.newPage();
            page.onPageError(error -> trouble.add(page.url() + " " + error));
            page.navigate(at("/desk/registers").toString());
            SignedIn.byForm(page, "max");
            page.waitForURL("**/desk/registers");

            words(page);
            account(page);
            rights(page, asset);
            template(page);

            session.addCookies(List.of(new Cookie("watchdesk-language", "zh").setUrl(at("/").toString())));
            page.setViewportSize(390, 844);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            for (String path : List.of(
                    "",
                    "/words?text=" + "data-xss",
                    "/accounts",
                    "/accounts/entry?key=cups",
                    "/rights",
                    "/rights/entry?key=" + asset,
                    "/templates",
                    "/templates/entry?key=cups",
                    "/words/import")) {
                page.navigate(at("/desk/registers" + path).toString());
                look(page, "zh" + path.replaceAll("\\?.*|/", "-"));
            }
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
        }
        assertThat(trouble).isEmpty();
    }

    /** A file with a mistake is refused by line, the mended one applied. */
    private void words(Page page) {
        String head = "kind,entry,severity,category,reason\r\n";
        choose(page, head + "word,页面新词,loud,x,\"" + MARKUP.replace("\"", "\"\"") + "\"\r\n");
        assertThat(page.locator("main").innerText()).contains("\"loud\" is none of these", "Lines are refused");
        assertThat(page.locator("#apply").count()).isZero();
        look(page, "words-refused");
        choose(page, head + "word,页面新词,block,x,\"" + MARKUP.replace("\"", "\"\"") + "\"\r\n");
        look(page, "words-plan");
        page.locator("#apply").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/desk/registers/words");
        page.navigate(at("/desk/registers/words/entry?key=word:页面新词").toString());
        assertThat(page.locator(".wd-history").innerText()).contains("Max", "data-xss");
        look(page, "words-entry");
    }

    private void choose(Page page, String file) {
        page.navigate(at("/desk/registers/words/import").toString());
        page.setInputFiles("#file", new FilePayload("w.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        page.locator("#upload button").click();
        page.waitForURL("**/import/*-*");
    }

    private void account(Page page) {
        page.navigate(at("/desk/registers/accounts/entry").toString());
        page.locator("#entry button[type=submit]").click();
        page.locator("#flaw-name:not(:empty)").waitFor();
        assertThat(page.locator("#field-id[aria-invalid=true]").count()).isOne();
        look(page, "accounts-flaws");
        List.of(
                        "id=cups",
                        "name=" + MARKUP,
                        "platform=Site",
                        "zone=Europe/Paris",
                        "country=FR",
                        "work-from=09:00",
                        "work-to=17:00",
                        "work-days=mon tue",
                        "grace=PT5M",
                        "title-limit=10",
                        "body-limit=20",
                        "ai-label=AI")
                .forEach(each -> page.fill("#field-" + each.split("=", 2)[0], each.split("=", 2)[1]));
        page.selectOption("#field-channel", "manual");
        save(page, "cups");
        look(page, "accounts-entry");
    }

    private void rights(Page page, String asset) {
        page.navigate(at("/desk/registers/rights").toString());
        look(page, "rights");
        page.navigate(at("/desk/registers/rights/entry?key=" + asset).toString());
        page.fill("#field-holder", MARKUP);
        page.fill("#field-to", "2030-01-31");
        save(page, asset);
        assertThat(page.locator(".wd-history").innerText()).contains("2030-01-31");
        look(page, "rights-entry");
    }

    private void template(Page page) {
        page.navigate(at("/desk/registers/templates/entry").toString());
        List.of("id=cups", "scenario=cups", "channel=post", "tone=warm", "title=" + MARKUP, "body={{facts}} {{joke}}")
                .forEach(each -> page.fill("#field-" + each.split("=", 2)[0], each.split("=", 2)[1]));
        page.selectOption("#field-language", "zh");
        page.locator("#entry button[type=submit]").click();
        page.locator("#flaw-body:not(:empty)").waitFor();
        page.fill("#field-body", "{{facts}}" + MARKUP);
        page.locator("#preview").click();
        page.locator("#preview-body:not(:empty)").waitFor();
        assertThat(page.locator("#preview-body").innerText()).contains("[Confirmed facts]<img");
        look(page, "templates-preview");
        save(page, "cups");
        look(page, "templates-entry");
    }

    private static void save(Page page, String key) {
        page.locator("#entry button[type=submit]").click();
        page.locator(".wd-history li").first().waitFor();
        assertThat(page.url()).endsWith("key=" + key);
    }

    private void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("registers-" + name + ".png"))
                .setFullPage(true));
        Barriers.of(page, "html").forEach(found -> trouble.add(name + " " + found));
        if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
            trouble.add(name + " is wider than the screen");
        }
        if (page.content().contains("??")) {
            trouble.add(name + " has a text that is missing");
        }
        if (page.locator("[data-xss]").count() > 0 || Boolean.TRUE.equals(page.evaluate("window.pwned === 1"))) {
            trouble.add(name + " took a text for markup");
        }
    }
}
