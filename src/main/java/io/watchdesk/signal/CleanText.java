package io.watchdesk.signal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes what strangers send fit for our tables and for one line of a log. */
public final class CleanText {

    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /** The text as every database can store it: no NUL, no half of a surrogate pair, at most so many characters; never null. */
    public static String text(String text, int longest) {
        if (text == null) {
            return "";
        }
        StringBuilder clean = new StringBuilder(Math.min(text.length(), longest));
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int width = Character.charCount(point);
            if (clean.length() + width > longest) {
                break;
            }
            boolean broken = point == 0 || width == 1 && Character.isSurrogate((char) point);
            clean.appendCodePoint(broken ? REPLACEMENT : point);
            i += width;
        }
        return clean.toString();
    }

    /** The text as one line: control and format characters that could forge a line or turn it round are blanks. */
    public static String line(String text, int longest) {
        String blank = text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                        .replaceAll("\\s+", " ");
        return text(blank.strip(), longest).strip();
    }

    /** The line, or null where nothing is left of it. */
    public static String lineOrNull(String text, int longest) {
        String line = line(text, longest);
        return line.isEmpty() ? null : line;
    }

    /** The same short id for the same parts. */
    public static String fingerprint(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
                digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
                digest.update((byte) ':');
                digest.update(bytes);
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
