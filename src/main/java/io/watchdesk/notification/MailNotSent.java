package io.watchdesk.notification;

import io.watchdesk.platform.MaskedMail;

/** A mail did not leave; trying again later may help. Its message names the mail, because it is the incident's text. */
public class MailNotSent extends RuntimeException {

    MailNotSent(Mail mail, String why, Throwable cause) {
        super(
                "Mail %s to %s at %s (\"%s\") was not sent: %s"
                        .formatted(mail.id(), mail.recipient(), MaskedMail.of(mail.address()), mail.subject(), why),
                cause);
    }
}
