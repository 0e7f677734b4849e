package io.watchdesk.notification;

/** Rooms of chat services that take messages at a webhook, as the settings list them under {@code watchdesk.chat.hooks}. */
public interface Chat {

    /** Whether the settings have a hook of this id. */
    boolean knows(String hook);

    /**
     * Sends at once and waits for the answer, for at most {@code watchdesk.chat.timeout}. Never call it inside a
     * transaction.
     */
    Delivery send(String hook, ChatMessage message);
}
