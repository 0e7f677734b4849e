package io.watchdesk.screening;

import io.watchdesk.screening.WordList.Allowed;
import io.watchdesk.screening.WordList.Entries;
import io.watchdesk.screening.WordList.Host;
import io.watchdesk.screening.WordList.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks a new list over before it is in force; every problem is a sentence that names the entry. */
final class ListCheck {

    private static final int LONGEST_TERM = 100;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_CATEGORY = 60;
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]");

    private final List<String> problems = new ArrayList<>();

    private final Reader reader;

    private ListCheck(Reader reader) {
        this.reader = reader;
    }

    static List<String> problems(Entries entries, Reader reader) {
        ListCheck check = new ListCheck(reader);
        check.words(entries.words());
        check.allowed(entries.allowed());
        check.hosts(entries.hosts());
        return check.problems;
    }

    private void words(List<Word> words) {
        if (words.isEmpty()) {
            problems.add("The list has no words: screening with it would find nothing.");
        }
        Map<String, String> seen = new HashMap<>();
        for (Word word : words) {
            if (!filled("word", word.term()) || !filled("reason of \"%s\"".formatted(word.term()), word.reason())) {
                continue;
            }
            if (word.severity() == null) {
                problems.add("\"%s\" has no severity.".formatted(word.term()));
            }
            if (word.category() == null
                    || word.category().isBlank()
                    || word.category().length() > LONGEST_CATEGORY) {
                problems.add(
                        "\"%s\" needs a category of at most %d characters.".formatted(word.term(), LONGEST_CATEGORY));
            }
            lengths(word.term(), word.reason());
            String reading = reader.reading(word.term());
            if (reading.length() < 2) {
                problems.add("\"%s\" is too short: a single character would be found in harmless words."
                        .formatted(word.term()));
            }
            String twin = seen.putIfAbsent(reading, word.term());
            if (twin != null) {
                problems.add("\"%s\" reads like \"%s\", which is on the list too.".formatted(word.term(), twin));
            }
        }
    }

    private void allowed(List<Allowed> allowed) {
        Set<String> seen = new HashSet<>();
        for (Allowed phrase : allowed) {
            if (!filled("allowed phrase", phrase.phrase())
                    || !filled("reason of \"%s\"".formatted(phrase.phrase()), phrase.reason())) {
                continue;
            }
            lengths(phrase.phrase(), phrase.reason());
            String reading = reader.reading(phrase.phrase());
            if (reading.length() < 2) {
                problems.add("The allowed phrase \"%s\" is too short.".formatted(phrase.phrase()));
            }
            if (!seen.add(reading)) {
                problems.add("The allowed phrase \"%s\" is there twice.".formatted(phrase.phrase()));
            }
        }
    }

    private void hosts(List<Host> hosts) {
        Set<String> seen = new HashSet<>();
        for (Host host : hosts) {
            if (!filled("host", host.host()) || !filled("reason of \"%s\"".formatted(host.host()), host.reason())) {
                continue;
            }
            lengths("", host.reason());
            if (!HOST.matcher(host.host()).matches()) {
                problems.add("\"%s\" is no host name: write it in lower case without https:// and path."
                        .formatted(host.host()));
            }
            if (host.verdict() == null) {
                problems.add("\"%s\" has no verdict.".formatted(host.host()));
            }
            if (!seen.add(host.host())) {
                problems.add("The host \"%s\" is there twice.".formatted(host.host()));
            }
        }
    }

    private boolean filled(String what, String text) {
        boolean filled = text != null && !text.isBlank();
        if (!filled) {
            problems.add("An entry has an empty %s.".formatted(what));
        }
        return filled;
    }

    private void lengths(String term, String reason) {
        if (term.length() > LONGEST_TERM) {
            problems.add("\"%s...\" is longer than %d characters.".formatted(term.substring(0, 20), LONGEST_TERM));
        }
        if (reason.length() > LONGEST_REASON) {
            problems.add("The reason \"%s...\" is longer than %d characters."
                    .formatted(reason.substring(0, 20), LONGEST_REASON));
        }
    }
}
