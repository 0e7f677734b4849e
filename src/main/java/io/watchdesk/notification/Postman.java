package io.watchdesk.notification;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.MaskedMail;
import io.watchdesk.platform.Refused;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes one written mail to the mail server and notes what became of it. */
@Service
public class Postman {

    private static final int LONGEST_PROBLEM = 1000;

    private final Mails mails;
    private final MailServer server;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate besides;

    Postman(Mails mails, MailServer server, AuditLog audit, Clock clock, PlatformTransactionManager transactions) {
        this.mails = mails;
        this.server = server;
        this.audit = audit;
        this.clock = clock;
        this.besides = new TransactionTemplate(transactions);
        this.besides.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether a mail reached a mail server. */
    public enum Outcome {
        SENT,
        UNREACHABLE
    }

    /**
     * Delivers a mail, once: a mail that was sent already is left alone.
     *
     * @throws MailNotSent if it is worth trying again; the failed attempt stays noted although the transaction rolls back
     */
    public Outcome deliver(String mailId) {
        Mail mail = mails.find(mailId).orElseThrow(() -> new Refused("There is no mail %s.".formatted(mailId)));
        if (mail.state() == Mail.State.SENT) {
            return Outcome.SENT;
        }
        if (mail.address() == null) {
            return unreachable(mail, "%s has no mail address.".formatted(mail.recipient()), 0);
        }
        try {
            server.send(mail);
        } catch (MailServer.AddressRefused e) {
            return unreachable(mail, MaskedMail.in(e.getMessage(), mail.address()), 1);
        } catch (MailServer.Unavailable e) {
            String why = cut(MaskedMail.in(e.getMessage(), mail.address()));
            besides.executeWithoutResult(status -> mails.notSent(mail.id(), Mail.State.FAILED, why, 1));
            throw new MailNotSent(mail, why, e);
        }
        mails.sent(mail.id(), clock.instant());
        return Outcome.SENT;
    }

    private Outcome unreachable(Mail mail, String why, int attempts) {
        mails.notSent(mail.id(), Mail.State.UNDELIVERABLE, cut(why), attempts);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("mail", mail.id());
        facts.put("kind", mail.kind());
        facts.put("recipient", mail.recipient());
        facts.put("address", MaskedMail.of(mail.address()));
        facts.put("problem", cut(why));
        audit.record(
                "notification.recipientUnreachable", mail.pieceId() == null ? mail.id() : mail.pieceId(), null, facts);
        return Outcome.UNREACHABLE;
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_PROBLEM ? line : line.substring(0, LONGEST_PROBLEM);
    }
}
