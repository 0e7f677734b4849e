package io.watchdesk.screening.words;

import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Subject;
import io.watchdesk.screening.WordList;
import java.util.List;

/** The word screener for the benchmark, which lives in another package. */
public final class WordScreening {

    private final WordScreener screener = new WordScreener();
    private final WordList list;

    /** Makes the list ready. */
    public WordScreening(WordList list) {
        this.list = list;
        screener.screen(new Subject(List.of(), List.of(), List.of(), List.of(), List.of()), list);
    }

    /** What the words screener finds. */
    public List<Finding> screen(Subject subject) {
        return screener.screen(subject, list);
    }
}
