package io.watchdesk.notification.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Puts the demo's mails into its mailbox; with {@code spring.mail.host} set they go out as everywhere. */
@Component
@Profile("demo")
@ConditionalOnExpression("'${spring.mail.host:}'.isEmpty()")
class DemoMailSender extends JavaMailSenderImpl {

    private final DemoMailbox mailbox;

    DemoMailSender(DemoMailbox mailbox) {
        this.mailbox = mailbox;
        setDefaultEncoding("UTF-8");
    }

    @Override
    protected void doSend(MimeMessage[] messages, Object[] originals) throws MailException {
        for (MimeMessage message : messages) {
            try {
                String messageId = message.getMessageID();
                message.saveChanges();
                if (messageId != null) {
                    message.setHeader("Message-ID", messageId);
                }
                mailbox.receive(message);
            } catch (MessagingException | IOException e) {
                throw new MailSendException(Map.of(message, e));
            }
        }
    }
}
