package io.watchdesk.screening;

import io.watchdesk.screening.ListFlaw.Kind;
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

/** Looks a new list over before it is in force; every flaw is a sentence that names the entry. */
final class ListCheck {

    private static final int LONGEST_TERM = 100;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_CATEGORY = 60;
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]");

    private final List<ListFlaw> flaws = new ArrayList<>();

    private final Reader reader;

    private ListCheck(Reader reader) {
        this.reader = reader;
    }

    static List<ListFlaw> flaws(Entries entries, Reader reader) {
        ListCheck check = new ListCheck(reader);
        check.words(entries.words());
        check.allowed(entries.allowed());
        check.hosts(entries.hosts());
        return check.flaws;
    }

    private void words(List<Word> words) {
        if (words.isEmpty()) {
            flaws.add(new ListFlaw(null, "", "", "The list has no words: screening with it would find nothing."));
        }
        Map<String, String> seen = new HashMap<>();
        for (Word word : words) {
            Look look = new Look(Kind.WORD, word.term());
            if (!look.filled("word", "entry", word.term())
                    || !look.filled("reason of \"%s\"".formatted(word.term()), "reason", word.reason())) {
                continue;
            }
            if (word.severity() == null) {
                look.flaw("severity", "\"%s\" has no severity.".formatted(word.term()));
            }
            if (word.category() == null
                    || word.category().isBlank()
                    || word.category().length() > LONGEST_CATEGORY) {
                look.flaw(
                        "category",
                        "\"%s\" needs a category of at most %d characters.".formatted(word.term(), LONGEST_CATEGORY));
            }
            look.lengths(word.term(), word.reason());
            String reading = reader.reading(word.term());
            if (reading.length() < 2) {
                look.flaw(
                        "entry",
                        "\"%s\" is too short: a single character would be found in harmless words."
                                .formatted(word.term()));
            }
            String twin = seen.putIfAbsent(reading, word.term());
            if (twin != null) {
                look.flaw("entry", "\"%s\" reads like \"%s\", which is on the list too.".formatted(word.term(), twin));
            }
        }
    }

    private void allowed(List<Allowed> allowed) {
        Set<String> seen = new HashSet<>();
        for (Allowed phrase : allowed) {
            Look look = new Look(Kind.ALLOWED, phrase.phrase());
            if (!look.filled("allowed phrase", "entry", phrase.phrase())
                    || !look.filled("reason of \"%s\"".formatted(phrase.phrase()), "reason", phrase.reason())) {
                continue;
            }
            look.lengths(phrase.phrase(), phrase.reason());
            String reading = reader.reading(phrase.phrase());
            if (reading.length() < 2) {
                look.flaw("entry", "The allowed phrase \"%s\" is too short.".formatted(phrase.phrase()));
            }
            if (!seen.add(reading)) {
                look.flaw("entry", "The allowed phrase \"%s\" is there twice.".formatted(phrase.phrase()));
            }
        }
    }

    private void hosts(List<Host> hosts) {
        Set<String> seen = new HashSet<>();
        for (Host host : hosts) {
            Look look = new Look(Kind.HOST, host.host());
            if (!look.filled("host", "entry", host.host())
                    || !look.filled("reason of \"%s\"".formatted(host.host()), "reason", host.reason())) {
                continue;
            }
            look.lengths("", host.reason());
            if (!HOST.matcher(host.host()).matches()) {
                look.flaw(
                        "entry",
                        "\"%s\" is no host name: write it in lower case without https:// and path."
                                .formatted(host.host()));
            }
            if (host.verdict() == null) {
                look.flaw("severity", "\"%s\" has no verdict.".formatted(host.host()));
            }
            if (!seen.add(host.host())) {
                look.flaw("entry", "The host \"%s\" is there twice.".formatted(host.host()));
            }
        }
    }

    /** One entry that is looked over. */
    private final class Look {

        private final Kind kind;
        private final String entry;

        Look(Kind kind, String entry) {
            this.kind = kind;
            this.entry = entry;
        }

        void flaw(String field, String sentence) {
            flaws.add(new ListFlaw(kind, entry, field, sentence));
        }

        boolean filled(String what, String field, String text) {
            boolean filled = text != null && !text.isBlank();
            if (!filled) {
                flaw(field, "An entry has an empty %s.".formatted(what));
            }
            return filled;
        }

        void lengths(String term, String reason) {
            if (term.length() > LONGEST_TERM) {
                flaw("entry", "\"%s...\" is longer than %d characters.".formatted(term.substring(0, 20), LONGEST_TERM));
            }
            if (reason.length() > LONGEST_REASON) {
                flaw(
                        "reason",
                        "The reason \"%s...\" is longer than %d characters."
                                .formatted(reason.substring(0, 20), LONGEST_REASON));
            }
        }
    }
}
