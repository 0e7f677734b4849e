package io.watchdesk.screening.words;

import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Screener;
import io.watchdesk.screening.Subject;
import io.watchdesk.screening.Subject.Text;
import io.watchdesk.screening.WordList;
import io.watchdesk.screening.WordList.Word;
import io.watchdesk.screening.text.FoldedText;
import io.watchdesk.screening.text.Folding;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds listed words in every text of a version, also disguised ones. */
@Component
class WordScreener implements Screener {

    private static final int LONGEST_EXCERPT = 80;

    private record Ready(WordList list, WordMatcher matcher) {}

    private volatile Ready ready;

    @Override
    public Finding.Kind kind() {
        return Finding.Kind.WORD;
    }

    @Override
    public List<Finding> screen(Subject subject, WordList list) {
        WordMatcher matcher = matcher(list);
        List<Finding> findings = new ArrayList<>();
        for (Text text : subject.texts()) {
            FoldedText folded = Folding.fold(text.text());
            for (Match match : matcher.find(text.text(), folded)) {
                findings.add(finding(text, folded, match, list.version()));
            }
        }
        return findings;
    }

    /** The automaton is built once a list version, which takes a moment for a long list. */
    private WordMatcher matcher(WordList list) {
        Ready current = ready;
        if (current == null || current.list() != list) {
            if (list.entries().words().isEmpty()) {
                throw new IllegalStateException("The word list %s is empty.".formatted(list.version()));
            }
            current = new Ready(list, new WordMatcher(list.entries()));
            ready = current;
        }
        return current.matcher();
    }

    private static Finding finding(Text text, FoldedText folded, Match match, String listVersion) {
        int start = folded.start(match.from());
        int end = folded.end(match.to() - 1);
        return new Finding(
                Finding.Kind.WORD,
                match.severity(),
                text.part(),
                start,
                end,
                excerpt(text.text(), start, end),
                reason(match),
                listVersion);
    }

    private static String reason(Match match) {
        Word word = match.word();
        String what = match.fit().weak()
                ? "May stand for \"%s\" (%s): %s."
                        .formatted(word.term(), word.category(), match.fit().why())
                : "\"%s\" is a listed word (%s).".formatted(word.term(), word.category());
        return what + " " + word.reason();
    }

    private static String excerpt(String text, int start, int end) {
        if (end - start <= LONGEST_EXCERPT) {
            return text.substring(start, end);
        }
        int cut = start + LONGEST_EXCERPT;
        return text.substring(start, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut) + "...";
    }
}
