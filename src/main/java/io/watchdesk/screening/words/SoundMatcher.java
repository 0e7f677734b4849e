package io.watchdesk.screening.words;

import io.watchdesk.screening.text.FoldedText;
import io.watchdesk.screening.text.Pinyin;
import io.watchdesk.screening.text.Pinyin.Syllable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds Chinese words by their sound: other characters read alike, or pinyin in Latin letters, also mixed. */
final class SoundMatcher {

    /** Chinese characters on either side of Latin letters that may belong to a word spelled with them. */
    private static final int AROUND = 8;

    private static final char SILENCE = 0;

    private final Automaton<Sound> heard;
    private final Automaton<Sound> spelled;

    SoundMatcher(List<Term> terms) {
        Map<String, List<Sound>> codes = new HashMap<>();
        Map<String, List<Sound>> letters = new HashMap<>();
        for (Term term : terms) {
            Sound sound = Sound.of(term);
            if (sound != null) {
                Automaton.put(letters, sound.letters(), sound);
                if (sound.size() > 2 || sound.blocks()) {
                    Automaton.put(codes, sound.codes(), sound);
                }
            }
        }
        this.heard = Automaton.of(codes);
        this.spelled = Automaton.of(letters);
    }

    void find(FoldedText text, List<Match> matches) {
        boolean anyHan = hear(text, matches);
        for (int i = 0; i < text.length(); i++) {
            if (text.isLatin(i)) {
                i = spell(text, i, anyHan, matches);
            }
        }
    }

    /** Looks for other characters that sound like a listed word. */
    private boolean hear(FoldedText text, List<Match> matches) {
        char[] codes = new char[text.length() * 2];
        int[] places = new int[text.length() * 2];
        int size = 0;
        boolean anyHan = false;
        for (int i = 0; i < text.length(); i++) {
            boolean han = text.isHan(i);
            if (size > 0 && codes[size - 1] != SILENCE && (!han || text.afterStop(i))) {
                codes[size++] = SILENCE;
            }
            if (han) {
                Syllable syllable = Pinyin.of(text, i);
                places[size] = i;
                codes[size++] = syllable == null ? SILENCE : syllable.code();
                anyHan = true;
            }
        }
        heard.scan(Arrays.copyOf(codes, size), (from, to, sound) -> {
            if (soundsLike(text, places, from, sound)) {
                matches.add(
                        new Match(places[from], places[to - 1] + 1, sound.term().word(), Fit.SOUND));
            }
        });
        return anyHan;
    }

    /** The shorter the word, the more of it must be the word itself: two syllables alone are read alike all the time. */
    private static boolean soundsLike(FoldedText text, int[] places, int from, Sound sound) {
        int same = 0;
        int sameTone = 0;
        for (int i = 0; i < sound.size(); i++) {
            int place = places[from + i];
            if (sound.isSame(i, text.chars()[place])) {
                same++;
            } else if (sound.isTone(i, Pinyin.of(text, place).tone())) {
                sameTone++;
            }
        }
        int alike = sound.size() - same;
        if (alike == 0) {
            return false;
        }
        if (sound.size() == 2) {
            return same == 1 && sameTone == 1;
        }
        if (sound.size() == 3) {
            return same == 2 || sameTone == alike && (same == 1 || sound.blocks());
        }
        return same >= 1 || sameTone == alike || sound.blocks();
    }

    /** Looks for spelled words around the Latin letters that begin here; returns the last place looked at. */
    private int spell(FoldedText text, int latin, boolean anyHan, List<Match> matches) {
        int end = latin;
        int quiet = 0;
        while (end < text.length() && quiet < AROUND) {
            quiet = text.isLatin(end) ? 0 : quiet + 1;
            end++;
        }
        Reading reading = Reading.of(text, Math.max(0, latin - AROUND), end);
        spelled.scan(reading.letters(), (from, to, sound) -> {
            if (isSpelled(reading, from, sound, anyHan)) {
                matches.add(new Match(
                        reading.place(from),
                        reading.place(to - 1) + 1,
                        sound.term().word(),
                        Fit.SPELLED));
            }
        });
        return end - 1 - quiet;
    }

    private static boolean isSpelled(Reading reading, int from, Sound sound, boolean anyHan) {
        if (!reading.beginsAt(from) || !reading.beginsAt(from + sound.letters().length())) {
            return false;
        }
        int same = 0;
        int latin = 0;
        for (int i = 0; i < sound.size(); i++) {
            int start = from + sound.start(i);
            int end = from + sound.start(i + 1);
            if (reading.isHan(start)) {
                if (!reading.beginsAt(start) || !reading.isOne(start, end)) {
                    return false;
                }
                same += sound.isSame(i, reading.han(start)) ? 1 : 0;
            } else if (reading.isSpelled(start, end)) {
                latin++;
            } else {
                return false;
            }
        }
        if (latin == 0) {
            return false;
        }
        if (latin < sound.size()) {
            return same + latin == sound.size() || sound.size() > 2;
        }
        int letters = sound.letters().length();
        // In a text without any Chinese, letters that happen to read like pinyin are most likely another language.
        return anyHan ? letters >= (sound.blocks() ? 4 : 6) : sound.size() > 2 && letters >= 8;
    }
}
