package io.watchdesk.signal;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The words of a piece of HTML, for people to read as plain text and for looking for keywords. */
public final class Html {

    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<(script|style|head|title)\\b.{0,100000}?</\\1\\s*>|<!--.{0,100000}?-->");
    private static final Pattern LINE_ENDS = Pattern.compile("(?i)<(br|/p|/div|/li|/tr|/h[1-6])\\b[^>]{0,1000}>");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?][^>]{0,10000}>");

    private Html() {}

    /** The text without tags; entities are characters. */
    public static String words(String html) {
        String shown = UNSEEN.matcher(html).replaceAll(" ");
        String lines = LINE_ENDS.matcher(shown).replaceAll("\n");
        String text = HtmlUtils.htmlUnescape(TAG.matcher(lines).replaceAll(" "));
        return text.replaceAll("[ \\t\\xA0]+", " ")
                .replaceAll(" ?\\R ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
