package io.watchdesk.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.notification.Mail;
import io.watchdesk.notification.MailServer;
import io.watchdesk.notification.MailSettings;
import io.watchdesk.notification.ScriptedMailServer;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@ExtendWith(OutputCaptureExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmtpMailServerTest {

    @Test
    void without_a_mail_server_the_start_says_so_loudly(CapturedOutput output) {
        SmtpMailServer server = server(null);

        server.warnWithoutServer();

        assertThat(server.configured()).isFalse();
        assertThat(output).contains("NO MAIL SERVER IS CONFIGURED", "spring.mail.host");
        assertThatThrownBy(() -> server.send(to("rita@example.com"))).isInstanceOf(MailServer.Unavailable.class);
    }

    @Test
    void with_one_the_start_says_nothing(CapturedOutput output) {
        SmtpMailServer server = server(new JavaMailSenderImpl());

        server.warnWithoutServer();

        assertThat(server.configured()).isTrue();
        assertThat(output).doesNotContain("NO MAIL SERVER");
    }

    @Test
    void a_wrong_password_is_worth_another_attempt_because_the_address_is_innocent() {
        SmtpMailServer server = server(new JavaMailSenderImpl() {
            @Override
            protected void doSend(jakarta.mail.internet.MimeMessage[] messages, Object[] originals)
                    throws MailException {
                throw new MailAuthenticationException("535 5.7.8 Bad credentials");
            }
        });

        assertThatThrownBy(() -> server.send(to("rita@example.com")))
                .isInstanceOf(MailServer.Unavailable.class)
                .hasMessage("535 5.7.8 Bad credentials");
    }

    @Test
    void a_server_that_does_not_encrypt_gets_neither_password_nor_mail() {
        try (ScriptedMailServer plain = new ScriptedMailServer("250 ok")) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(plain.port());
            sender.setUsername("desk");
            sender.setPassword("the password");
            sender.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
            sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");

            assertThatThrownBy(() -> server(sender).send(to("rita@example.com")))
                    .isInstanceOf(MailServer.Unavailable.class)
                    .hasMessageContaining("STARTTLS");
            assertThat(plain.heard())
                    .isNotEmpty()
                    .noneMatch(command -> command.matches("(?i)(AUTH|MAIL|RCPT|DATA)\\b.*"));
        }
    }

    @Test
    void what_is_no_address_is_refused_at_once() {
        SmtpMailServer server = server(new JavaMailSenderImpl());

        for (String address :
                new String[] {"rita", "rita@", "a@b\r\nBcc: c@d.example", "a@example.com, b@example.com"}) {
            assertThatThrownBy(() -> server.send(to(address)))
                    .isInstanceOf(MailServer.AddressRefused.class)
                    .hasMessageContaining("is not a mail address");
        }
    }

    private static SmtpMailServer server(JavaMailSender sender) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (sender != null) {
            beans.addBean("sender", sender);
        }
        return new SmtpMailServer(
                beans.getBeanProvider(JavaMailSender.class),
                new MailSettings("Watchdesk <desk@example.com>"),
                java.time.Clock.systemUTC());
    }

    private static Mail to(String address) {
        return new Mail(
                "M-1001",
                "<m@example.com>",
                "Published",
                "rita",
                address,
                "Subject",
                "Text",
                "<p>Text</p>",
                "C-1001",
                Mail.State.WAITING,
                0,
                null,
                Instant.parse("2026-11-22T09:30:00Z"),
                null);
    }
}
