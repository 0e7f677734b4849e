package io.watchdesk.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.escalation.Ladder;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.TestMail;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of somebody on call: a mail, its link, a phone, one button. The pictures are kept in {@code target/answer}. */
class AnswerOnAPhoneTest extends ApplicationSpecification {

    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;
    private static final int FINGER = 44;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("https?://\\S+/crisis/ack/\\S+");

    @Autowired
    private CrisisResponse response;

    @Autowired
    private Crises crises;

    @Autowired
    private Ladder ladder;

    @Test
    void woken_by_a_mail_somebody_calls_for_help_and_takes_it_with_one_hand() {
        String crisisId = response.declare(new CrisisResponse.Declaration(
                        "抖音账号被封禁 The Douyin account was banned during the launch of the year, and it trends",
                        List.of("douyin"),
                        UUID.randomUUID().toString(),
                        "accountBanned",
                        Level.ORANGE,
                        List.of("The account is banned or hijacked.", "It is on a list of hot searches."),
                        Facts.UNKNOWN,
                        null,
                        Crisis.Mode.REAL,
                        clock.instant().minus(Duration.ofMinutes(7))))
                .id();
        // Whoever is on duty: other stories put people in for each other.
        MimeMessage mail = await().atMost(SOON)
                .until(() -> paged(crisisId), Optional::isPresent)
                .orElseThrow();
        String link = link(mail).orElseThrow();

        try (Browser browser = Browser.open()) {
            Page page = browser.session(WIDTH, HEIGHT).newPage();
            page.navigate(at(URI.create(link).getPath()).toString());
            assertThat(page.locator("h1").textContent()).startsWith("抖音账号被封禁");
            assertThat(page.locator("main").textContent()).contains("7 minutes ago", "hot searches");
            var button = page.locator("button.big").boundingBox();
            assertThat(button.height).isGreaterThanOrEqualTo(2 * FINGER);
            assertThat(button.y + button.height)
                    .as("the button is seen without scrolling")
                    .isLessThan(HEIGHT);
            fitsAndIsKept(page, "waiting");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            fitsAndIsKept(page, "waiting-dark");

            await().atMost(SOON).until(() -> ladder.of(crisisId).tier() == 2);
            page.reload();
            page.locator("summary").click();
            page.selectOption("#tier", "3");
            page.fill("#reason", "It trends.");
            fitsAndIsKept(page, "climbing");
            page.locator("text=Call them now").click();
            await().atMost(SOON).until(() -> ladder.of(crisisId).tier() == 3);

            page.locator("button.big").click();
            assertThat(page.locator("[role=status]").textContent()).startsWith("You have it since");
            fitsAndIsKept(page, "taken");
        }
        assertThat(crises.get(crisisId).holder()).isEqualTo(person(mail));
    }

    private Optional<MimeMessage> paged(String crisisId) {
        return Arrays.stream(mail().getReceivedMessages())
                .filter(mail -> text(mail).contains(crisisId))
                .filter(mail -> link(mail).isPresent())
                .findFirst();
    }

    private static Optional<String> link(MimeMessage mail) {
        Matcher link = LINK.matcher(text(mail));
        return link.find() ? Optional.of(link.group()) : Optional.empty();
    }

    private static String person(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().replaceFirst("@.*", "");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return TestMail.text(mail);
        } catch (jakarta.mail.MessagingException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fitsAndIsKept(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "answer", name + ".png")));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + name)
                .isLessThanOrEqualTo(WIDTH);
    }
}
