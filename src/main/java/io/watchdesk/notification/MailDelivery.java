package io.watchdesk.notification;

/** The process {@code notification-delivery} in words: from a written mail to a mail server. */
public interface MailDelivery {

    /** Starts the delivery of a mail; nothing leaves before the current transaction has committed. */
    void begin(Mail mail);
}
