package io.watchdesk.screening.words;

import io.watchdesk.screening.Finding.Severity;
import io.watchdesk.screening.text.FoldedText;
import io.watchdesk.screening.text.Pinyin;
import io.watchdesk.screening.text.Pinyin.Syllable;
import java.util.ArrayList;
import java.util.List;

/** A listed Chinese word as it is read. */
final class Sound {

    private final Term term;
    private final List<Syllable> syllables;
    private final int[] starts;
    private final String letters;
    private final String codes;

    private Sound(Term term, List<Syllable> syllables) {
        this.term = term;
        this.syllables = syllables;
        this.starts = new int[syllables.size() + 1];
        StringBuilder allLetters = new StringBuilder();
        StringBuilder allCodes = new StringBuilder();
        for (int i = 0; i < syllables.size(); i++) {
            allLetters.append(syllables.get(i).letters());
            allCodes.append(syllables.get(i).code());
            starts[i + 1] = allLetters.length();
        }
        this.letters = allLetters.toString();
        this.codes = allCodes.toString();
    }

    /** The sound of a word, or null where it is not worth listening for. */
    static Sound of(Term term) {
        FoldedText folded = term.folded();
        if (!term.isHan() || folded.length() < 2 || term.word().severity() == Severity.SUSPICION) {
            return null;
        }
        List<Syllable> syllables = new ArrayList<>();
        for (int i = 0; i < folded.length(); i++) {
            Syllable syllable = Pinyin.of(folded, i);
            if (syllable == null) {
                return null;
            }
            syllables.add(syllable);
        }
        return new Sound(term, List.copyOf(syllables));
    }

    Term term() {
        return term;
    }

    int size() {
        return syllables.size();
    }

    /** Where a syllable begins in the letters; one more than there are syllables for the end. */
    int start(int syllable) {
        return starts[syllable];
    }

    /** All letters without tones. */
    String letters() {
        return letters;
    }

    /** One character a syllable. */
    String codes() {
        return codes;
    }

    boolean blocks() {
        return term.word().severity() == Severity.BLOCK;
    }

    /** Whether a character of a text is the word's own at this syllable. */
    boolean isSame(int syllable, char han) {
        return term.folded().chars()[syllable] == han;
    }

    boolean isTone(int syllable, int tone) {
        return syllables.get(syllable).tone() == tone;
    }
}
