package io.watchdesk.signal.mailbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Header text as people meant it (RFC 2047), read more kindly than the standard asks: Chinese mailers put encoded words
 * without blanks between them and cut characters in two.
 */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*)\\?=");
    private static final Pattern Q_CODE = Pattern.compile("=([0-9A-Fa-f]{2})");

    private EncodedWords() {}

    static String decoded(String header) {
        String line = header.replaceAll("\\r?\\n[ \\t]?", " ");
        Matcher word = WORD.matcher(line);
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        String charset = null;
        int end = 0;
        while (word.find()) {
            String between = line.substring(end, word.start());
            String next = word.group(1).replaceFirst("\\*.*", "");
            boolean goesOn = charset != null && between.isBlank() && charset.equalsIgnoreCase(next);
            if (!goesOn) {
                flush(run, charset, text);
                text.append(charset != null && between.isBlank() ? "" : Charsets.unlabelled(between));
            }
            run.writeBytes(bytes(word.group(2), word.group(3)));
            charset = next;
            end = word.end();
        }
        flush(run, charset, text);
        return text.append(Charsets.unlabelled(line.substring(end))).toString();
    }

    private static void flush(ByteArrayOutputStream run, String charset, StringBuilder text) {
        if (charset != null) {
            Charset known = Charsets.named(charset);
            text.append(known == null ? Charsets.guessed(run.toByteArray()) : new String(run.toByteArray(), known));
            run.reset();
        }
    }

    private static byte[] bytes(String encoding, String content) {
        if (encoding.equalsIgnoreCase("b")) {
            try {
                return Base64.getMimeDecoder().decode(content);
            } catch (IllegalArgumentException broken) {
                return content.getBytes(StandardCharsets.ISO_8859_1);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String spaced = content.replace('_', ' ');
        Matcher code = Q_CODE.matcher(spaced);
        int end = 0;
        while (code.find()) {
            bytes.writeBytes(spaced.substring(end, code.start()).getBytes(StandardCharsets.ISO_8859_1));
            bytes.write(Integer.parseInt(code.group(1), 16));
            end = code.end();
        }
        bytes.writeBytes(spaced.substring(end).getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }
}
