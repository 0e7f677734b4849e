package io.watchdesk.notification;

/**
 * Sends at once and says what became of it, for what cannot wait for the process {@code notification-delivery}. It blocks
 * until the other side answers or the time is up: never call it inside a transaction.
 */
public interface Express {

    /** Whether this installation has a mail server. */
    boolean hasMail();

    /**
     * Sends a mail to one address.
     *
     * @param person whose name stands in it
     * @param messageId the Message-ID header; the same for repeats of one message
     */
    Delivery mail(String person, String address, String messageId, Message message);

    /** Tells a room of a chat service, by the hook's id. */
    Delivery chat(String hook, Message message);
}
