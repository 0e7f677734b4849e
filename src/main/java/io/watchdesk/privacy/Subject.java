package io.watchdesk.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a request is about.
 *
 * @param id of a team member; null for somebody outside
 * @param words names, addresses and handles under which this person is found in texts; large and small letters are alike
 */
record Subject(String id, List<String> words) {

    private static final int SHORTEST_WORD = 2;

    Subject {
        words = words.stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(word -> word.length() >= SHORTEST_WORD)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** Everything that is looked for in texts. */
    List<String> needles() {
        return Stream.concat(Optional.ofNullable(id).stream(), words.stream())
                .distinct()
                .toList();
    }

    /** A text without this person. An id counts as a whole word only, as ids are often ordinary words. */
    String without(String text, String pseudonym) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        return pattern().matcher(text).replaceAll(Matcher.quoteReplacement(pseudonym));
    }

    boolean isIn(String text) {
        return text != null && pattern().matcher(text).find();
    }

    private Pattern pattern() {
        String anyWord = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        String idAlone = id == null ? "" : "(?-i:(?<![\\p{L}\\p{N}_])" + Pattern.quote(id) + "(?![\\p{L}\\p{N}_]))";
        return Pattern.compile(
                anyWord.isEmpty() ? idAlone : idAlone.isEmpty() ? anyWord : anyWord + "|" + idAlone,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
