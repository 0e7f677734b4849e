package io.watchdesk.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mail addresses as they may stand in plain: whose one is stands beside it, so where it leads is enough. */
public final class MaskedMail {

    private MaskedMail() {}

    /** For example {@code …@example.com}; null stays null. */
    public static String of(String address) {
        return address == null ? null : "…" + address.substring(Math.max(0, address.lastIndexOf('@')));
    }

    /** The text with the address masked wherever it stands; null stays null. */
    public static String in(String text, String address) {
        return text == null || address == null || address.isBlank()
                ? text
                : Pattern.compile(address, Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
                        .matcher(text)
                        .replaceAll(Matcher.quoteReplacement(of(address)));
    }
}
