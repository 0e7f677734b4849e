package io.watchdesk.screening.words;

import io.watchdesk.screening.Finding.Severity;
import io.watchdesk.screening.WordList.Word;

/** A place in a folded text that a listed word was found at. */
record Match(int from, int to, Word word, Fit fit) {

    Severity severity() {
        return fit.weak() ? Severity.SUSPICION : word.severity();
    }
}
