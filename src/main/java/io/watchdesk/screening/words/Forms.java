package io.watchdesk.screening.words;

import io.watchdesk.screening.Finding.Severity;
import io.watchdesk.screening.WordList.Word;
import io.watchdesk.screening.text.FoldedText;
import io.watchdesk.screening.text.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ways in which a listed word is looked for beside the way it is written in the list. */
final class Forms {

    /** Two characters in reverse order come up in harmless texts all the time. */
    private static final int SHORTEST_REVERSED = 3;

    private Forms() {}

    /** The word itself first, then its other forms. */
    static List<Term> of(Word word) {
        FoldedText folded = Folding.fold(word.term());
        List<Term> forms = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        forms.add(new Term(word, folded));
        keys.add(folded.key());
        // Double letters written apart: "b.a.c.c.a.r.a.t".
        add(word, folded.singled(), Fit.YES, forms, keys);
        // Words run together, where the last letter of one meets the same letter of the next: "priceever".
        add(word, Folding.fold(folded.reading()), Fit.YES, forms, keys);
        if (forms.get(0).isHan() && word.severity() == Severity.BLOCK) {
            if (folded.length() >= SHORTEST_REVERSED) {
                String reversed = new StringBuilder(word.term()).reverse().toString();
                add(word, Folding.fold(reversed), Fit.REVERSED, forms, keys);
            }
            for (String split : Components.splits(word.term())) {
                add(word, Folding.fold(split), Fit.SPLIT, forms, keys);
            }
        }
        return forms;
    }

    private static void add(Word word, FoldedText folded, Fit best, List<Term> forms, Set<String> keys) {
        if (keys.add(folded.key())) {
            forms.add(new Term(word, folded, best));
        }
    }
}
