package io.watchdesk.platform.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The sentences that a script asks the dictionary for: {@code t('...')} and {@code t`...`}. */
final class ScriptKeys {

    private static final Pattern PLAIN = Pattern.compile("\\bt\\('((?:[^'\\\\]|\\\\.)*)'\\)");
    private static final Pattern TEMPLATE = Pattern.compile("\\bt`");

    private static final Pattern TEXT = Pattern.compile("'((?:[^'\\\\\\n]|\\\\.)*)'");
    private static final Pattern ANY_TEMPLATE = Pattern.compile("`((?:[^`\\\\]|\\\\.)*)`");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z]{2,} [A-Za-z]|^ ?[A-Z][a-z]+[.…:]?$");
    /** Names of style classes, of languages in themselves, and what only a developer or the browser reads. */
    private static final Pattern NOT_READ =
            Pattern.compile("^ ?wd-.*|btn .*|noopener noreferrer|English|use strict|Watchdesk's part .*");

    private ScriptKeys() {}

    /** What a script says without asking for its translation. */
    static Set<String> unasked(String script) {
        String code = script.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
        Set<String> said = new TreeSet<>();
        for (Pattern pattern : List.of(TEXT, ANY_TEMPLATE)) {
            pattern.matcher(code).results().forEach(found -> {
                String text = found.group(1).replaceAll("\\$\\{[^{}]*}", "%");
                String before = code.substring(Math.max(0, found.start() - 20), found.start());
                if (WORDS.matcher(text).find()
                        && !NOT_READ.matcher(text).matches()
                        && !before.matches("(?s).*(?:\\bt\\(?|import .*|querySelector\\w*\\()$")) {
                    said.add(text);
                }
            });
        }
        return said;
    }

    static Set<String> of(String script) {
        String code = script.replaceAll("(?m)^ \\*.*$", "");
        Set<String> keys = new TreeSet<>();
        PLAIN.matcher(code).results().forEach(found -> keys.add(found.group(1).replace("\\'", "'")));
        TEMPLATE.matcher(code).results().forEach(found -> keys.add(template(code, found.end())));
        return keys;
    }

    private static String template(String code, int start) {
        StringBuilder key = new StringBuilder();
        int values = 0;
        int at = start;
        while (code.charAt(at) != '`') {
            if (code.startsWith("${", at)) {
                key.append('{').append(values++).append('}');
                at = afterValue(code, at + 2);
            } else {
                key.append(code.charAt(at++));
            }
        }
        return key.toString();
    }

    /** A value may hold templates and objects of its own. */
    private static int afterValue(String code, int start) {
        int depth = 1;
        int at = start;
        while (depth > 0) {
            char next = code.charAt(at++);
            if (next == '`') {
                while (code.charAt(at) != '`') {
                    at = code.startsWith("${", at) ? afterValue(code, at + 2) : at + 1;
                }
                at++;
            } else if (next == '{') {
                depth++;
            } else if (next == '}') {
                depth--;
            }
        }
        return at;
    }
}
