package io.watchdesk.notification;

import io.watchdesk.platform.People.Person;

/** Puts a message into words. */
public interface MailWriter {

    /** The mail's subject and body for one person, in words that do not depend on when it is delivered. */
    Letter write(Message message, Person recipient);

    /**
     * A message in words.
     *
     * @param subject one line without control characters
     * @param text the plain part
     * @param html the HTML part, in which everything that people entered is escaped
     */
    record Letter(String subject, String text, String html) {}
}
