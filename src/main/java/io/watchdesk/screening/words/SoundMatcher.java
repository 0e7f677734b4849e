package io.watchdesk.screening.words;

import io.watchdesk.screening.Finding.Severity;
import io.watchdesk.screening.text.FoldedText;
import io.watchdesk.screening.text.Pinyin;
import io.watchdesk.screening.text.Pinyin.Syllable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds Chinese words by their sound: other characters read alike, or pinyin in Latin letters, also mixed. */
final class SoundMatcher {

    private final Automaton<Sound> sounds;

    /** A listed word as it is read. */
    private record Sound(Term term, List<Syllable> syllables, int[] starts) {

        int size() {
            return syllables.size();
        }

        boolean blocks() {
            return term.word().severity() == Severity.BLOCK;
        }
    }

    SoundMatcher(List<Term> terms) {
        Map<String, List<Sound>> keys = new HashMap<>();
        for (Term term : terms) {
            if (term.isHan() && term.folded().length() > 1 && term.word().severity() != Severity.SUSPICION) {
                add(term, keys);
            }
        }
        this.sounds = Automaton.of(keys);
    }

    private static void add(Term term, Map<String, List<Sound>> keys) {
        FoldedText folded = term.folded();
        StringBuilder key = new StringBuilder();
        List<Syllable> syllables = new ArrayList<>();
        int[] starts = new int[folded.length() + 1];
        for (int i = 0; i < folded.length(); i++) {
            Syllable syllable = Pinyin.of(folded, i);
            if (syllable == null) {
                return;
            }
            syllables.add(syllable);
            key.append(syllable.letters());
            starts[i + 1] = key.length();
        }
        Automaton.put(keys, key.toString(), new Sound(term, List.copyOf(syllables), starts));
    }

    void find(FoldedText text, List<Match> matches) {
        Reading reading = Reading.of(text);
        sounds.scan(reading.letters(), (from, to, sound) -> {
            Fit fit = fit(reading, from, sound);
            if (fit != Fit.NO) {
                matches.add(new Match(
                        reading.place(from),
                        reading.place(to - 1) + 1,
                        sound.term().word(),
                        fit));
            }
        });
    }

    private static Fit fit(Reading reading, int from, Sound sound) {
        if (!reading.beginsAt(from) || !reading.beginsAt(from + sound.starts()[sound.size()])) {
            return Fit.NO;
        }
        int same = 0;
        int alike = 0;
        int sameTone = 0;
        int spelled = 0;
        for (int i = 0; i < sound.size(); i++) {
            int start = from + sound.starts()[i];
            int end = from + sound.starts()[i + 1];
            if (reading.isHan(start)) {
                if (!reading.beginsAt(start) || !reading.isOne(start, end)) {
                    return Fit.NO;
                }
                boolean equal = reading.han(start) == sound.term().folded().chars()[i];
                same += equal ? 1 : 0;
                alike += equal ? 0 : 1;
                sameTone += !equal
                                && reading.tone(start)
                                        == sound.syllables().get(i).tone()
                        ? 1
                        : 0;
            } else if (reading.isSpelled(start, end)) {
                spelled++;
            } else {
                return Fit.NO;
            }
        }
        if (spelled == 0) {
            return soundsLike(sound, same, alike, sameTone) ? Fit.SOUND : Fit.NO;
        }
        return spelledOut(reading, sound, same, alike) ? Fit.SPELLED : Fit.NO;
    }

    /** The shorter the word, the more of it must be the word itself: two syllables alone are read alike all the time. */
    private static boolean soundsLike(Sound sound, int same, int alike, int sameTone) {
        if (alike == 0) {
            return false;
        }
        if (sound.size() == 2) {
            return sound.blocks() && same == 1 && sameTone == 1;
        }
        if (sound.size() == 3) {
            return same >= 2 || same == 1 && sameTone == alike || sound.blocks() && sameTone == alike;
        }
        return same >= 1 || sameTone == alike || sound.blocks();
    }

    private static boolean spelledOut(Reading reading, Sound sound, int same, int alike) {
        int letters = sound.starts()[sound.size()];
        if (same + alike > 0) {
            return alike == 0 || sound.size() > 2;
        }
        if (!reading.hasHan()) {
            return sound.size() > 2 && letters >= 8;
        }
        return letters >= (sound.blocks() ? 4 : 6);
    }
}
