package io.watchdesk.screening.words;

import io.watchdesk.screening.Finding.Severity;
import io.watchdesk.screening.WordList.Allowed;
import io.watchdesk.screening.WordList.Entries;
import io.watchdesk.screening.WordList.Word;
import io.watchdesk.screening.text.FoldedText;
import io.watchdesk.screening.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of one list version, made ready for fast looking; unchangeable and safe for many threads. */
final class WordMatcher {

    private final Automaton<Term> terms;
    private final SoundMatcher sounds;

    WordMatcher(Entries entries) {
        Map<String, List<Term>> keys = new HashMap<>();
        List<Term> words = new ArrayList<>();
        for (Word word : entries.words()) {
            List<Term> forms = Forms.of(word);
            forms.forEach(form -> Automaton.put(keys, form.folded().key(), form));
            words.add(forms.get(0));
        }
        for (Allowed allowed : entries.allowed()) {
            Term term = new Term(null, Folding.fold(allowed.phrase()));
            Automaton.put(keys, term.folded().key(), term);
        }
        this.terms = Automaton.of(keys);
        this.sounds = new SoundMatcher(words);
    }

    /** Every listed word in the text that no allowed phrase holds, in the order of the place, the strongest reading only. */
    List<Match> find(String original, FoldedText text) {
        Ranges allowed = new Ranges();
        List<Match> matches = new ArrayList<>();
        Borders borders = new Borders(original, text);
        terms.scan(text.chars(), (from, to, term) -> {
            Fit fit = term.fit(text, from, to);
            if (fit == Fit.NO) {
                return;
            }
            if (term.isAllowed()) {
                allowed.add(from, to);
            } else {
                boolean cut = fit == Fit.YES && term.isPlainHan(text, from, to) && borders.cutsThroughWords(from, to);
                // A word that is only a suspicion in itself is none where it is probably not even there.
                if (!cut || term.word().severity() != Severity.SUSPICION) {
                    matches.add(new Match(from, to, term.word(), cut ? Fit.CUT : fit));
                }
            }
        });
        Inserted.find(text, terms, matches);
        Leet.find(original, text, terms, matches);
        sounds.find(text, matches);
        return strongest(matches, allowed);
    }

    private static List<Match> strongest(List<Match> matches, Ranges allowed) {
        matches.removeIf(match -> allowed.cover(match.from(), match.to()));
        matches.sort(Comparator.comparing(Match::severity)
                .reversed()
                .thenComparing(match -> match.fit().weak())
                .thenComparing(match -> match.from() - match.to())
                .thenComparing(Match::from));
        Ranges taken = new Ranges();
        List<Match> kept = new ArrayList<>();
        for (Match match : matches) {
            boolean known = match.fit().weak()
                    ? taken.overlap(match.from(), match.to())
                    : taken.cover(match.from(), match.to());
            if (!known) {
                kept.add(match);
                taken.add(match.from(), match.to());
            }
        }
        kept.sort(Comparator.comparing(Match::from).thenComparing(Match::to));
        return kept;
    }
}
