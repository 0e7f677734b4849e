package io.watchdesk.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.watchdesk.notification.Mail;
import io.watchdesk.notification.MailServer;
import io.watchdesk.notification.MailSettings;
import io.watchdesk.notification.MailWriter.Letter;
import io.watchdesk.notification.Message.CrisisPaged;
import io.watchdesk.notification.Message.Published;
import io.watchdesk.notification.Message.TaskWaiting;
import io.watchdesk.platform.People.Person;
import io.watchdesk.testing.EverybodyReads;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What people enter to write a header, another recipient or a link into our mails; sent for real and read back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailInjectionTest {

    private static final String HOME = "https://desk.example.com";
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:href|src|action|background)\\s*=\\s*[\"']?([^\"' >]+)");
    private static final List<String> ENDS = List.of(
            "\r\n", "\n", "\r", "\0", "\u0085", "\u2028", "\u2029", "\u000B", "\f", "%0d%0a", "\\r\\n", "\uFEFF\r\n");
    private static final List<String> HEADERS = List.of(
            "Bcc: evil@example.net", "Content-Type: text/html", "X-Injected: 1", "\r\n<script>alert(1)</script>");

    private static GreenMail mails;

    private final TemplateMailWriter writer = new TemplateMailWriter(new EverybodyReads(Locale.ENGLISH), HOME);

    @BeforeAll
    static void a_mail_server() {
        mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mails.start();
    }

    @AfterAll
    static void no_mail_server() {
        mails.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        mails.purgeEmailFromAllMailboxes();
    }

    private static List<String> payloads() {
        List<String> payloads = new ArrayList<>();
        for (String end : ENDS) {
            for (String header : HEADERS) {
                payloads.add("Tea" + end + header);
            }
        }
        payloads.addAll(List.of(
                "=?utf-8?Q?a=0D=0ABcc:_evil@example.net?=",
                "=?utf-8?B?DQpCY2M6IGV2aWxAZXhhbXBsZS5uZXQ=?=",
                "\" <evil@example.net>, \"",
                "<a href=\"https://evil.example/\">Sign in again</a>",
                "</p></div><form action=https://evil.example/><input name=password>",
                "<img src=https://evil.example/pixel>",
                "[(${baseUrl})] <th:block th:utext=\"${subject}\"/>",
                ".\r\n.\r\nMAIL FROM:<evil@example.net>\r\nRCPT TO:<all@example.com>\r\nDATA",
                "\uD83C\r\n\uDF75",
                "茶".repeat(500) + "\r\nBcc: evil@example.net"));
        return payloads;
    }

    @Test
    void nothing_that_people_enter_becomes_a_header_a_recipient_or_markup() throws Exception {
        Set<String> usual = headers(sent("Spring tea", "Rita"));
        for (String payload : payloads()) {
            mails.purgeEmailFromAllMailboxes();
            MimeMessage mail = sent(payload, payload);

            assertThat(headers(mail)).as(payload).isEqualTo(usual);
            assertThat(mails.getReceivedMessages()).as(payload).hasSize(1);
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("rita@example.com");
            assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Watchdesk <desk@example.com>");
            assertThat(mail.getSubject())
                    .as(payload)
                    .startsWith("To do: ")
                    .hasSizeLessThanOrEqualTo(200)
                    .doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202A-\\u202E]");
            String html = part(mail, "text/html");
            assertThat(html).as(payload).doesNotContain("<script", "<form", "<img");
            assertThat(addresses(html)).as(payload).allMatch(address -> address.startsWith(HOME + "/"));
            assertThat(part(mail, "text/plain")).as(payload).contains("Hello ");
        }
        assertThat(payloads()).hasSizeGreaterThanOrEqualTo(50);
    }

    @Test
    void an_address_with_anything_else_in_it_is_refused_before_anything_is_sent() {
        for (String payload : payloads()) {
            for (String address : List.of("rita@example.com" + payload, payload + " <rita@example.com>", payload)) {
                assertThatThrownBy(() -> send("Subject", "Text", "Html", address))
                        .as(address)
                        .isInstanceOf(MailServer.AddressRefused.class);
            }
        }
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void not_even_a_subject_from_elsewhere_breaks_out_of_its_line() throws Exception {
        Set<String> usual = headers(sent("Spring tea", "Rita"));
        for (String payload : payloads()) {
            mails.purgeEmailFromAllMailboxes();
            send(payload, "Text", "Html", "rita@example.com");
            assertThat(headers(mails.getReceivedMessages()[0])).as(payload).isEqualTo(usual);
        }
    }

    @Test
    void mails_lead_only_to_this_installation() {
        Person rita = new Person("rita", "Rita", null, "rita@example.com");
        for (String link : List.of(
                "https://evil.example/",
                "https://desk.example.com.evil.example/",
                "https://desk.example.com@evil.example/",
                "javascript:alert(1)")) {
            Letter letter = writer.write(new Published("C-1001", "Tea", "Weibo", link), rita);
            assertThat(addresses(letter.html())).allMatch(address -> address.startsWith(HOME + "/"));
        }
        Letter ours = writer.write(new Published("C-1001", "Tea", "Site", HOME + "/site/newsroom/P-1"), rita);
        assertThat(addresses(ours.html())).contains(HOME + "/site/newsroom/P-1");
    }

    @Test
    void every_field_of_a_page_is_text() throws Exception {
        for (String payload : payloads()) {
            Constructor<?> constructor = CrisisPaged.class.getDeclaredConstructors()[0];
            Object[] values = Arrays.stream(CrisisPaged.class.getRecordComponents())
                    .map(component -> component.getType() == String.class
                            ? payload
                            : component.getType() == List.class
                                            && !component.getName().equals("links")
                                    ? List.of(payload)
                                    : null)
                    .toArray();
            Letter letter = writer.write(
                    (CrisisPaged) constructor.newInstance(values),
                    new Person("rita", payload, payload, "r@example.com"));

            assertThat(letter.subject()).doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028\\u2029]");
            assertThat(letter.html()).doesNotContain("<script", "<form", "<img");
            assertThat(addresses(letter.html())).allMatch(address -> address.startsWith(HOME + "/"));
        }
    }

    private MimeMessage sent(String title, String name) {
        Letter letter = writer.write(
                new TaskWaiting("C-1001", title, "t-1", title, Instant.parse("2026-11-22T09:30:00Z")),
                new Person("rita", name, null, "rita@example.com"));
        send(letter.subject(), letter.text(), letter.html(), "rita@example.com");
        return mails.getReceivedMessages()[0];
    }

    private static void send(String subject, String text, String html, String address) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(mails.getSmtp().getPort());
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        new SmtpMailServer(
                        beans.getBeanProvider(JavaMailSender.class),
                        new MailSettings("Watchdesk <desk@example.com>"),
                        Clock.systemUTC())
                .send(new Mail(
                        "M-1001",
                        "<m@example.com>",
                        "TaskWaiting",
                        "rita",
                        address,
                        subject,
                        text,
                        html,
                        "C-1001",
                        Mail.State.WAITING,
                        0,
                        null,
                        Instant.parse("2026-11-22T09:30:00Z"),
                        null));
    }

    private static Set<String> headers(MimeMessage mail) throws MessagingException {
        Set<String> names = new TreeSet<>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            assertThat(names.add(header.getName()))
                    .as("two of " + header.getName())
                    .isTrue();
        }
        return names;
    }

    private static List<String> addresses(String html) {
        List<String> found = new ArrayList<>();
        // What people entered is escaped, so that these are attributes of real elements only.
        Matcher address = ADDRESS.matcher(html.replaceAll(">[^<]*<", "><"));
        while (address.find()) {
            found.add(address.group(1));
        }
        return found;
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int number = 0; number < parts.getCount(); number++) {
                String found = part(parts.getBodyPart(number), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
