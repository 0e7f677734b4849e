package io.watchdesk.notification;

/** Puts a message into words for a room of a chat service. */
public interface ChatWriter {

    /** What its mail would say: subject, paragraphs and links. */
    ChatMessage brief(Message message);
}
