package io.watchdesk.notification.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest
@ContextConfiguration(classes = DemoMailboxTest.Parts.class)
@ActiveProfiles("demo")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoMailboxTest {

    static class Parts {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC);
        }

        @Bean
        DemoMailbox demoMailbox(Clock clock) {
            return new DemoMailbox(clock);
        }

        @Bean
        DemoMailSender demoMailSender(DemoMailbox mailbox) {
            return new DemoMailSender(mailbox);
        }

        @Bean
        DemoMailboxController demoMailboxController(DemoMailbox mailbox) {
            return new DemoMailboxController(mailbox);
        }
    }

    @Autowired
    private MockMvc browser;

    @Autowired
    private DemoMailbox mailbox;

    @Autowired
    private DemoMailSender sender;

    @Test
    void mails_are_listed_for_everybody_and_for_one_person() throws Exception {
        send("rita@example.com", "春茶 🍵 <script>", "<p>Hello</p>");
        send("max@example.com", "Overdue", "<p>Hello</p>");

        browser.perform(get("/demo/mailbox"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("春茶 🍵 &lt;script&gt;")))
                .andExpect(content().string(containsString("22 Nov 2026, 09:30:00 UTC")))
                .andExpect(content().string(containsString("Overdue")))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")));
        browser.perform(get("/demo/mailbox").param("to", "rita@example.com"))
                .andExpect(content().string(not(containsString("Overdue"))));
        browser.perform(get("/demo/mailbox/mails").param("to", "max@example.com"))
                .andExpect(jsonPath("$[0].subject").value("Overdue"))
                .andExpect(jsonPath("$[0].to").value("max@example.com"));
    }

    @Test
    void a_mail_is_shown_where_nothing_in_it_can_run() throws Exception {
        send("rita@example.com", "Tea", "<p onclick=\"x()\">\"Hello\"</p>");
        long number = mailbox.mailsTo(null).get(0).number();

        browser.perform(get("/demo/mailbox/" + number))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString("sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\""
                                + "&lt;p onclick=&quot;x()&quot;&gt;&quot;Hello&quot;&lt;/p&gt;\"")))
                .andExpect(content().string(containsString("the plain part")));
        browser.perform(get("/demo/mailbox/mails/" + number))
                .andExpect(jsonPath("$.html").value("<p onclick=\"x()\">\"Hello\"</p>"))
                .andExpect(jsonPath("$.text").value("the plain part"))
                .andExpect(jsonPath("$.messageId").value("<stable@desk.example.com>"));
        browser.perform(get("/demo/mailbox/999999")).andExpect(status().isNotFound());
    }

    @Test
    void a_full_mailbox_forgets_the_oldest() throws Exception {
        for (int i = 0; i <= DemoMailbox.CAPACITY; i++) {
            send("many@example.com", "Mail " + i, "<p>Hello</p>");
        }

        assertThat(mailbox.mailsTo(null)).hasSize(DemoMailbox.CAPACITY);
        assertThat(mailbox.mailsTo("many@example.com").get(0).subject()).isEqualTo("Mail " + DemoMailbox.CAPACITY);
        browser.perform(get("/demo/mailbox/mails").param("to", "many@example.com"))
                .andExpect(jsonPath("$", hasSize(DemoMailbox.CAPACITY)));
    }

    @Test
    void a_configured_mail_server_wins_over_the_demo() {
        ApplicationContextRunner demo = new ApplicationContextRunner()
                .withInitializer(context -> context.getEnvironment().setActiveProfiles("demo"))
                .withBean(Clock.class, Clock::systemUTC)
                .withUserConfiguration(DemoMailbox.class, DemoMailSender.class)
                .withConfiguration(org.springframework.boot.autoconfigure.AutoConfigurations.of(
                        MailSenderAutoConfiguration.class));

        demo.run(context -> assertThat(context).getBean(JavaMailSender.class).isInstanceOf(DemoMailSender.class));
        demo.withPropertyValues("spring.mail.host=mail.example.com")
                .run(context ->
                        assertThat(context).hasSingleBean(JavaMailSender.class).doesNotHaveBean(DemoMailSender.class));
        demo.withInitializer(context -> context.getEnvironment().setActiveProfiles("other"))
                .run(context -> assertThat(context).doesNotHaveBean(JavaMailSender.class));
    }

    private void send(String to, String subject, String html) throws Exception {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, true, "UTF-8");
        parts.setFrom("Watchdesk <watchdesk@example.com>");
        parts.setTo(to);
        parts.setSubject(subject);
        parts.setText("the plain part", html);
        message.setHeader("Message-ID", "<stable@desk.example.com>");
        sender.send(message);
    }
}
