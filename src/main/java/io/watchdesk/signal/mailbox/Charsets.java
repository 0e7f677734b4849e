package io.watchdesk.signal.mailbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/** Which characters bytes are, also where the sender says nothing or something wrong. */
final class Charsets {

    private static final Charset CHINESE = Charset.forName("GB18030");

    private Charsets() {}

    /** The charset of this name, or null; what calls itself GB2312 is mostly one of its larger successors. */
    static Charset named(String name) {
        String plain =
                name == null ? "" : name.strip().replaceAll("^\"|\"$", "").toLowerCase(Locale.ROOT);
        if (plain.startsWith("gb") || plain.equals("x-gbk") || plain.equals("cp936")) {
            return CHINESE;
        }
        try {
            return plain.isEmpty() || plain.equals("us-ascii") ? null : Charset.forName(plain);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    /** UTF-8 where it can be that, else Chinese. */
    static String guessed(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, CHINESE);
        }
    }

    /** Header text in which a sender put bytes as they are, each read as one character. */
    static String unlabelled(String header) {
        boolean raw = header.chars().anyMatch(c -> c > 0x7F) && header.chars().allMatch(c -> c <= 0xFF);
        return raw ? guessed(header.getBytes(StandardCharsets.ISO_8859_1)) : header;
    }
}
