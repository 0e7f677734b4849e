package io.watchdesk.notification;

import java.time.Instant;

/**
 * One message for one person, from the moment it was written in the transaction that caused it.
 *
 * @param id for example {@code M-1001}
 * @param messageId the Message-ID header; the same at every attempt, so that a repeat is recognisable
 * @param kind the name of the {@link Message} record
 * @param recipient id of the person
 * @param address where it goes; null when the person has no mail address
 * @param subject one line
 * @param text the plain part
 * @param html the HTML part
 * @param pieceId the piece it is about, or null
 * @param attempts how often a mail server was asked to take it
 * @param problem why it was not sent, as a sentence, or null
 * @param sentAt when a mail server took it, or null
 */
public record Mail(
        String id,
        String messageId,
        String kind,
        String recipient,
        String address,
        String subject,
        String text,
        String html,
        String pieceId,
        State state,
        int attempts,
        String problem,
        Instant createdAt,
        Instant sentAt) {

    /** How far a mail has come. */
    public enum State {
        /** Written; its delivery has not been tried yet. */
        WAITING,
        /** A mail server took it. */
        SENT,
        /** The last attempt failed; it is repeated, and after the last repeat it is an incident in Cockpit. */
        FAILED,
        /** It can never arrive: no address, or the mail server refused the address for good. */
        UNDELIVERABLE,
        /** This installation has no mail server; the mail is only kept. */
        NO_MAIL_SERVER
    }
}
