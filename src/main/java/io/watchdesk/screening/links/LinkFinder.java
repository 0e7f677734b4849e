package io.watchdesk.screening.links;

import io.watchdesk.screening.Subject.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds addresses in running text, with a scheme or bare, also in full-width letters. */
final class LinkFinder {

    /** Endings that people and platforms take for an address; others are file names, versions and abbreviations. */
    private static final Set<String> TOP = Set.of(
            ("com net org info biz name pro mobi cn hk tw mo sg jp kr us uk de fr eu ru in io co me tv cc ai app dev so im"
                            + " gov edu top xyz vip club shop site online store tech link live fun icu work group ltd wang"
                            + " ren run ink red pub mom gg ly gl to sh la pw ws tk ml ga cf gq")
                    .split(" "));

    private static final Pattern ADDRESS = Pattern.compile(
            // With a scheme: everything up to a space, quote, bracket of the text or Chinese punctuation.
            "(?<full>[a-z][a-z0-9+.-]{1,15}://[^\\s<>\"'“”‘’「」《》【】（），。；！？、]+)"
                    + "|(?<![a-z0-9@._/-])(?<bare>(?:[a-z0-9][a-z0-9-]{0,62}\\.){1,8}(?<top>[a-z]{2,6})(?::\\d{1,5})?"
                    + "(?:[/?#][^\\s<>\"'“”‘’「」《》【】（），。；！？、\\p{IsHan}]*)?)(?![a-z0-9@-])",
            Pattern.CASE_INSENSITIVE);

    private LinkFinder() {}

    static List<Link> find(Text text) {
        List<Link> links = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(narrow(text.text()));
        while (matcher.find()) {
            int end = trimmed(matcher.group(), matcher.start());
            if (matcher.group("bare") != null
                    && !TOP.contains(matcher.group("top").toLowerCase(Locale.ROOT))) {
                continue;
            }
            String written = matcher.group().substring(0, end - matcher.start());
            links.add(new Link(text.part(), matcher.start(), end, written, false));
        }
        return links;
    }

    /** Full-width letters become ordinary ones, character by character, so that places stay where they are. */
    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ';
            if (letter || c == '．' || c == '：' && followsScheme(text, i) || c == '／') {
                narrow.setCharAt(i, (char) (c - 0xFEE0));
            }
        }
        return narrow.toString();
    }

    private static boolean followsScheme(String text, int colon) {
        return colon + 1 < text.length() && (text.charAt(colon + 1) == '／' || text.charAt(colon + 1) == '/');
    }

    /** The sentence's own punctuation after an address is no part of it. */
    private static int trimmed(String address, int start) {
        int end = address.length();
        while (end > 0 && ".,;:!?)]}*_~…".indexOf(address.charAt(end - 1)) >= 0) {
            boolean balanced = address.charAt(end - 1) == ')' && address.indexOf('(') >= 0;
            if (balanced) {
                break;
            }
            end--;
        }
        return start + end;
    }
}
