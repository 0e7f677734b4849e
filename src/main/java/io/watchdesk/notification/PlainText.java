package io.watchdesk.notification;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes what people entered fit for headers and lines of messages, in any script. */
public final class PlainText {

    /** Line ends, other control characters, and the marks that would turn the direction of the text around them. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");

    private PlainText() {}

    /** The text as one line: no control characters, no broken characters, single spaces. */
    public static String line(String text) {
        return UNFIT.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    /** At most this many code points, an ellipsis included; never cut inside what people see as one character. */
    public static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = text.offsetByCodePoints(0, most - 1);
        return text.substring(0, characters.isBoundary(end) ? end : characters.preceding(end))
                        .strip() + "\u2026";
    }
}
