package io.watchdesk.notification.mail;

import io.watchdesk.notification.Mail;
import io.watchdesk.notification.MailServer;
import io.watchdesk.notification.MailSettings;
import io.watchdesk.notification.Message.CrisisPaged;
import io.watchdesk.notification.Message.SelfWatchAlarm;
import io.watchdesk.notification.Message.SelfWatchMended;
import io.watchdesk.notification.PlainText;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends through the mail server of {@code spring.mail.host}, or into the mailbox of the demo. */
@Component
class SmtpMailServer implements MailServer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailServer.class);

    private static final int FIRST_PERMANENT_REPLY = 500;
    private static final String URGENT = CrisisPaged.class.getSimpleName();
    /** Sent in threads of their own, and tried whatever happened to others. */
    private static final Set<String> WITHOUT_DELAY =
            Set.of(URGENT, SelfWatchAlarm.class.getSimpleName(), SelfWatchMended.class.getSimpleName());

    private static final Predicate<RuntimeException> HUNG =
            failure -> ExceptionUtils.indexOfType(failure, SocketTimeoutException.class) >= 0;

    private final JavaMailSender sender;
    private final MailSettings settings;
    private final HangGuard guard;

    SmtpMailServer(ObjectProvider<JavaMailSender> sender, MailSettings settings, Clock clock) {
        this.sender = sender.getIfAvailable();
        this.settings = settings;
        this.guard = new HangGuard(clock);
    }

    @EventListener(ApplicationReadyEvent.class)
    void warnWithoutServer() {
        if (!configured()) {
            LOG.warn("NO MAIL SERVER IS CONFIGURED: nobody is told about work by mail. Set spring.mail.host; until then"
                    + " every mail is only kept and marked \"no mail server\".");
        }
    }

    @Override
    public boolean configured() {
        return sender != null;
    }

    @Override
    public void send(Mail mail) {
        InternetAddress recipient = address(mail);
        if (sender == null) {
            throw new Unavailable("no mail server is configured.", null);
        }
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            parts.setFrom(new InternetAddress(settings.from()));
            message.setRecipient(RecipientType.TO, recipient);
            parts.setSubject(plain(mail.subject()));
            parts.setSentDate(Date.from(mail.createdAt()));
            parts.setText(mail.text(), mail.html());
            message.setHeader("Message-ID", mail.messageId());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            // So that a watched mailbox which our mails reach takes none of them for news.
            message.setHeader("X-Watchdesk", mail.id());
            if (URGENT.equals(mail.kind())) {
                message.setHeader("X-Priority", "1");
                message.setHeader("Importance", "high");
            }
        } catch (MessagingException e) {
            throw new Unavailable("the mail cannot be put together: " + e.getMessage(), e);
        }
        RuntimeException failure =
                WITHOUT_DELAY.contains(mail.kind()) ? attempt(message) : guard.around(() -> attempt(message), HUNG);
        if (failure != null) {
            throw failure;
        }
    }

    private RuntimeException attempt(MimeMessage message) {
        try {
            sender.send(message);
            return null;
        } catch (MailException e) {
            return judged(e);
        }
    }

    /** One line that says what it says: text that looks encoded would be decoded by whoever reads it, to line ends too. */
    private static String plain(String subject) {
        return PlainText.line(subject).replace("=?", "= ?");
    }

    /** An address and nothing beside it: a name before it or a comment in it would stand in the header. */
    private static InternetAddress address(Mail mail) {
        AddressException why = null;
        try {
            InternetAddress address = new InternetAddress(mail.address(), true);
            if (address.getAddress().equals(mail.address()) && !address.isGroup()) {
                return address;
            }
        } catch (AddressException e) {
            why = e;
        }
        throw new AddressRefused(
                "\"%s\" is not a mail address.".formatted(PlainText.line(String.valueOf(mail.address()))), why);
    }

    /** Tells a refused address from a server in trouble: only the first makes another attempt pointless. */
    private static RuntimeException judged(MailException failure) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = inside(cause)) {
            innermost = cause;
            if (cause instanceof SMTPAddressFailedException refused
                    && refused.getReturnCode() >= FIRST_PERMANENT_REPLY) {
                return new AddressRefused(
                        "The mail server refused %s: %s".formatted(refused.getAddress(), refused.getMessage()),
                        failure);
            }
        }
        String said = innermost.getMessage();
        return new Unavailable(said == null ? innermost.getClass().getSimpleName() : said, failure);
    }

    private static Throwable inside(Throwable failure) {
        if (failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            return sending.getMessageExceptions()[0];
        }
        return failure instanceof MessagingException mail ? mail.getNextException() : failure.getCause();
    }
}
