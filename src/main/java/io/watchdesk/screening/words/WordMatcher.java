package io.watchdesk.screening.words;

import io.watchdesk.screening.Finding.Severity;
import io.watchdesk.screening.WordList.Allowed;
import io.watchdesk.screening.WordList.Entries;
import io.watchdesk.screening.WordList.Word;
import io.watchdesk.screening.text.FoldedText;
import io.watchdesk.screening.text.Folding;
import java.util.ArrayList;
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
        List<int[]> allowed = new ArrayList<>();
        List<Match> matches = new ArrayList<>();
        Borders borders = new Borders(original, text);
        terms.scan(text.chars(), (from, to, term) -> {
            Fit fit = term.fit(text, from, to);
            if (fit == Fit.NO) {
                return;
            }
            if (term.isAllowed()) {
                allowed.add(new int[] {from, to});
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

    private static List<Match> strongest(List<Match> matches, List<int[]> allowed) {
        matches.removeIf(m -> allowed.stream().anyMatch(a -> a[0] <= m.from() && a[1] >= m.to()));
        matches.sort((a, b) -> {
            int order = b.severity().compareTo(a.severity());
            order = order != 0 ? order : Boolean.compare(a.fit().weak(), b.fit().weak());
            order = order != 0 ? order : (b.to() - b.from()) - (a.to() - a.from());
            return order != 0 ? order : a.from() - b.from();
        });
        List<Match> kept = new ArrayList<>();
        for (Match match : matches) {
            if (kept.stream().noneMatch(k -> k.covers(match) || match.fit().weak() && k.overlaps(match))) {
                kept.add(match);
            }
        }
        kept.sort((a, b) -> a.from() != b.from() ? a.from() - b.from() : a.to() - b.to());
        return kept;
    }
}
