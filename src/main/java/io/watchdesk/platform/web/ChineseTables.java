package io.watchdesk.platform.web;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headings and annotations of decision tables in Chinese; what the tables answer stays, because models compare with it. */
final class ChineseTables {

    static final String FILE = "words/tables-zh.json";

    private static final Pattern SAID =
            Pattern.compile("(<description>)([^<]*)(</description>)|( (?:name|label)=\")([^\"]*)(\")");

    private final Map<String, String> words = new HashMap<>(WordBook.read(ChineseSentences.WORDS));

    ChineseTables() {
        words.putAll(WordBook.read(FILE));
    }

    /** The name of a table, or itself where it is not one of ours. */
    String name(String english) {
        return words.getOrDefault(english, english);
    }

    /** A table with its headings and annotations in Chinese. */
    String of(String xml) {
        return SAID.matcher(xml).replaceAll(found -> {
            int first = found.group(1) == null ? 4 : 1;
            return Matcher.quoteReplacement(found.group(first) + said(found, first + 1) + found.group(first + 2));
        });
    }

    private String said(MatchResult found, int group) {
        String chinese = words.get(plain(found.group(group)));
        return chinese == null ? found.group(group) : escaped(chinese);
    }

    /** What stands between marks, as people read it. */
    static String plain(String xml) {
        return xml.replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
