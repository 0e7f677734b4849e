package io.watchdesk.notification.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A mail as its recipient would see it.
 *
 * @param number counts the mails since the start, from 1
 * @param messageId the Message-ID header
 * @param text the plain part
 * @param html the HTML part
 */
record DemoMail(
        long number,
        String messageId,
        String from,
        String to,
        String subject,
        String text,
        String html,
        Instant receivedAt) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    /** When it came, for people. */
    public String time() {
        return TIME.format(receivedAt);
    }
}
