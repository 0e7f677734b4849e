package io.watchdesk.signal.mailbox;

import io.watchdesk.signal.CleanText;
import io.watchdesk.signal.Html;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What a mail says, read from the beginning of its raw text, so that neither its size nor its form can harm us.
 *
 * @param eventId its Message-ID, or a fingerprint of the whole where it has none
 * @param subject empty where it has none
 * @param text with the sender in its first line, and what the own mail server found out about the sender in the second
 * @param echo whether a program wrote it in answer to a mail, or we wrote it: taken for news, it would answer itself for ever
 */
record ReceivedMail(String eventId, String subject, String text, boolean echo) {

    private static final int LONGEST_TEXT = 256 * 1024;
    private static final int LONGEST_RESULT = 500;
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 40;
    private static final Session NO_SESSION = Session.getInstance(new Properties());

    /**
     * @param raw the beginning of the mail as it was sent
     * @param checkedBy the server whose {@code Authentication-Results} (RFC 8601) are shown, by the name that stands in
     *     them; empty or null to show none
     */
    static ReceivedMail read(byte[] raw, String checkedBy) {
        try {
            MimeMessage mail = new MimeMessage(NO_SESSION, new ByteArrayInputStream(raw));
            String id = header(mail, "Message-ID");
            String from = CleanText.line(header(mail, "From"), 300);
            return new ReceivedMail(
                    id.isBlank() ? CleanText.fingerprint(Charsets.guessed(raw)) : id.strip(),
                    header(mail, "Subject").strip(),
                    sender(from, checked(mail, checkedBy)) + words(mail, raw),
                    isEcho(mail));
        } catch (MessagingException broken) {
            return new ReceivedMail(CleanText.fingerprint(Charsets.guessed(raw)), "", asItIs(raw), false);
        }
    }

    private static String sender(String from, String checked) {
        String lines = (from.isEmpty() ? "" : "From: " + from + "\n") + checked;
        return lines.isEmpty() ? "" : lines + "\n";
    }

    /** Anybody can write such a header; a server takes away those in its own name that come from outside. */
    private static String checked(MimeMessage mail, String checkedBy) throws MessagingException {
        if (checkedBy == null || checkedBy.isBlank()) {
            return "";
        }
        String[] results = mail.getHeader("Authentication-Results");
        return Stream.ofNullable(results)
                .flatMap(Arrays::stream)
                .map(result -> CleanText.line(result, LONGEST_RESULT))
                .filter(result -> result.split("[;\\s]", 2)[0].equalsIgnoreCase(checkedBy.strip()))
                .findFirst()
                .map(result -> "Sender checked by " + result + "\n")
                .orElse("Sender not checked by " + checkedBy.strip() + "\n");
    }

    /** RFC 3834; what programs send by themselves ({@code auto-generated}), as monitoring does, is no echo. */
    private static boolean isEcho(MimeMessage mail) throws MessagingException {
        return header(mail, "Auto-Submitted").strip().toLowerCase(Locale.ROOT).startsWith("auto-replied")
                || mail.getHeader("X-Watchdesk") != null;
    }

    private static String words(MimeMessage mail, byte[] raw) {
        try {
            Walk walk = new Walk();
            walk.look(mail, 0);
            String found = walk.plain != null ? walk.plain : walk.html == null ? "" : Html.words(walk.html);
            return found.strip();
        } catch (MessagingException | IOException | RuntimeException brokenMime) {
            return asItIs(raw);
        }
    }

    private static String asItIs(byte[] raw) {
        return "This mail is broken; it says:\n"
                + Charsets.guessed(Arrays.copyOf(raw, Math.min(raw.length, LONGEST_TEXT)));
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null ? "" : EncodedWords.decoded(values[0]);
    }

    /** Looks for the first plain text and the first HTML that are no attachments. */
    private static final class Walk {

        private String plain;
        private String html;
        private int parts;

        void look(Part part, int depth) throws MessagingException, IOException {
            if (depth > DEEPEST || ++parts > MOST_PARTS || plain != null) {
                return;
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
                for (int number = 0; number < several.getCount(); number++) {
                    BodyPart inner = several.getBodyPart(number);
                    look(inner, depth + 1);
                }
            } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part forwarded) {
                look(forwarded, depth + 1);
            } else if (!Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                read(part);
            }
        }

        private void read(Part part) throws MessagingException, IOException {
            if (html == null && part.isMimeType("text/html")) {
                html = text(part);
            } else if (part.isMimeType("text/plain")) {
                plain = text(part);
            }
        }

        private static String text(Part part) throws MessagingException, IOException {
            byte[] bytes;
            try (InputStream content = part.getInputStream()) {
                bytes = content.readNBytes(LONGEST_TEXT);
            }
            Charset charset = Charsets.named(charsetOf(part));
            return charset == null ? Charsets.guessed(bytes) : new String(bytes, charset);
        }

        private static String charsetOf(Part part) throws MessagingException {
            try {
                return part.getContentType() == null
                        ? null
                        : new ContentType(part.getContentType()).getParameter("charset");
            } catch (ParseException unreadable) {
                return null;
            }
        }
    }
}
