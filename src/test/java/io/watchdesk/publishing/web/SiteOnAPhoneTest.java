package io.watchdesk.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.watchdesk.account.Accounts;
import io.watchdesk.publishing.Answer;
import io.watchdesk.publishing.Channels;
import io.watchdesk.publishing.Order;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.Browser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a reader sees on a phone, by day and by night. The pictures are kept in {@code target/site}. */
class SiteOnAPhoneTest extends ApplicationSpecification {

    private static final String BODY = """
            刀要握稳，先练姿势再练速度。  两个空格保留 <b>not bold</b> & so on.

            Hold it firmly 😀👩‍👩‍👧: https://example.com/knives/%E5%88%80?very=long&parameter=LONG.

            حافظ على ثبات السكين. שמור על יציבות.
            """.replace("LONG", "x".repeat(120));

    @Autowired
    private Channels channels;

    @Autowired
    private Accounts accounts;

    @Test
    void a_post_reads_well_and_is_exactly_the_approved_text() {
        theTimeIs(Instant.parse("2026-03-02T08:00:00Z"));
        Answer.Done first = (Answer.Done) channels.of("london").publish(order("P-990001", "How to hold a knife 如何握刀"));
        channels.of("london").publish(order("P-990002", "כותרת שנייה · second"));
        theTimeIs(Instant.parse("2026-03-02T12:00:00Z"));
        channels.of("london").update(order("P-990003", "How to hold a knife 如何握刀"), first.remoteId());

        try (Browser browser = Browser.open()) {
            Page page = browser.session(360, 740).newPage();
            page.navigate(at("/site/london/P-990001").toString());
            assertThat(page.locator(".body").evaluate("body => body.textContent"))
                    .isEqualTo(BODY);
            assertThat(page.locator(".body a").getAttribute("href")).endsWith("x");
            fitsAndIsKept(page, "post");

            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            fitsAndIsKept(page, "post-dark");
            page.navigate(at("/site/london").toString());
            fitsAndIsKept(page, "account-dark");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.navigate(at("/site").toString());
            fitsAndIsKept(page, "index");
            channels.of("london").takeDown("P-990002", "Wrong.");
            page.navigate(at("/site/london/P-990002").toString());
            fitsAndIsKept(page, "gone");
        }
    }

    private static void fitsAndIsKept(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "site", name + ".png")));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + name)
                .isLessThanOrEqualTo(360);
    }

    private Order order(String id, String title) {
        return new Order(
                id,
                "phone-" + id,
                "C-990001",
                1,
                accounts.require("london"),
                title,
                BODY,
                List.of("https://example.com/more"),
                List.of(),
                "AI took part · 含 AI 生成内容");
    }
}
