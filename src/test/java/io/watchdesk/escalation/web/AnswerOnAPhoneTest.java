package io.watchdesk.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.escalation.Ladder;
import io.watchdesk.platform.Languages;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.testing.BannedAccount;
import io.watchdesk.testing.Browser;
import io.watchdesk.testing.TestMail;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
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
    private static final Pattern ENGLISH = Pattern.compile("(?:[A-Za-z]{2,} ){2}[a-z]{2,}");
    private static final Pattern LINK = Pattern.compile("https?://\\S+/crisis/ack/\\S+");

    @Autowired
    private CrisisResponse response;

    @Autowired
    private Crises crises;

    @Autowired
    private Ladder ladder;

    @Autowired
    private Languages languages;

    @Test
    void woken_by_a_mail_somebody_calls_for_help_and_takes_it_with_one_hand() {
        String crisisId = BannedAccount.declared(
                response, clock, "抖音账号被封禁 The Douyin account was banned during the launch of the year, and it trends");
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

    @Test
    void who_reads_chinese_is_paged_and_takes_it_in_chinese() throws Exception {
        // Everybody, because other stories put people in for each other.
        people.all().forEach(reader -> readsChinese(reader.id()));
        String crisisId = BannedAccount.declared(response, clock, "官方抖音账号被封禁");
        MimeMessage mail = await().atMost(SOON)
                .until(() -> paged(crisisId), Optional::isPresent)
                .orElseThrow();
        assertThat(mail.getSubject()).startsWith("[橙色] 官方抖音账号被封禁");
        assertThat(text(mail))
                .contains("目前还没有人接手", "情况：账号被封或被盗。已上热搜。", "时限（自首次发现起算）：研判", "我来接手")
                .doesNotContainPattern(ENGLISH);
        try (Browser browser = Browser.open()) {
            BrowserContext session = browser.session(WIDTH, HEIGHT);
            Page page = session.newPage();
            page.navigate(at(URI.create(link(mail).orElseThrow()).getPath()).toString());
            keptInChinese(page, page.locator("main"), "waiting-zh");
            page.locator("button.big").click();
            assertThat(page.locator("[role=status]").textContent()).startsWith("你已于");
            keptInChinese(page, page.locator("main"), "taken-zh");
        }
        assertThat(crises.get(crisisId).holder()).isEqualTo(person(mail));
    }

    private void readsChinese(String person) {
        as(person, () -> languages.choose("zh"));
    }

    /** Names, ids and addresses are as they are; three words of English in a row are a sentence that was forgotten. */
    private static void keptInChinese(Page page, Locator part, String name) {
        fitsAndIsKept(page, name);
        assertThat(part.innerText()).as(name).doesNotContainPattern(ENGLISH);
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
