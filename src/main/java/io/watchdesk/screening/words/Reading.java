package io.watchdesk.screening.words;

import io.watchdesk.screening.text.FoldedText;
import io.watchdesk.screening.text.Pinyin;
import io.watchdesk.screening.text.Pinyin.Syllable;
import java.util.Arrays;

/** A stretch of a folded text read aloud: every Chinese character as its pinyin letters, Latin letters as they are. */
final class Reading {

    /** Stands where nothing can be read on: punctuation that parts thoughts, numbers, other scripts. */
    private static final char BREAK = '.';

    private static final int MOST_REPEATED = 3;

    private final FoldedText text;
    private char[] letters;
    private int[] places;
    private boolean[] begins;
    private int size;

    private Reading(FoldedText text, int length) {
        this.text = text;
        int capacity = length * 4 + 8;
        this.letters = new char[capacity];
        this.places = new int[capacity];
        this.begins = new boolean[capacity + 1];
    }

    /** Reads from one character up to another, which must not lie inside a Latin word. */
    static Reading of(FoldedText text, int from, int to) {
        Reading reading = new Reading(text, to - from);
        for (int i = from; i < to; i++) {
            reading.add(i);
        }
        reading.begins[reading.size] = true;
        reading.letters = Arrays.copyOf(reading.letters, reading.size);
        return reading;
    }

    private void add(int index) {
        if (text.afterStop(index)) {
            put(BREAK, index, true);
        }
        if (text.isHan(index)) {
            Syllable syllable = Pinyin.of(text, index);
            String read = syllable == null ? String.valueOf(BREAK) : syllable.letters();
            for (int i = 0; i < read.length(); i++) {
                put(read.charAt(i), index, i == 0);
            }
        } else if (text.isLatin(index)) {
            boolean goesOn = index > 0 && text.isLatin(index - 1) && text.adjoins(index);
            for (int i = 0; i < Math.min(MOST_REPEATED, text.run(index)); i++) {
                put(text.chars()[index], index, i == 0 && !goesOn);
            }
        } else if (!isToneNumber(index)) {
            put(BREAK, index, true);
        }
    }

    private boolean isToneNumber(int index) {
        return text.isDigit(index)
                && text.chars()[index] <= '5'
                && index > 0
                && text.isLatin(index - 1)
                && text.adjoins(index);
    }

    private void put(char c, int place, boolean begin) {
        if (size == letters.length) {
            int capacity = size * 2;
            letters = Arrays.copyOf(letters, capacity);
            places = Arrays.copyOf(places, capacity);
            begins = Arrays.copyOf(begins, capacity + 1);
        }
        letters[size] = c;
        places[size] = place;
        begins[size] = begin;
        size++;
    }

    char[] letters() {
        return letters;
    }

    /** The position in the folded text. */
    int place(int index) {
        return places[index];
    }

    /** Whether a character or a Latin word begins here, or the text has ended. */
    boolean beginsAt(int index) {
        return begins[index];
    }

    boolean isHan(int index) {
        return text.isHan(places[index]);
    }

    char han(int index) {
        return text.chars()[places[index]];
    }

    /** Whether the range is the reading of exactly one Chinese character. */
    boolean isOne(int from, int to) {
        return places[from] == places[to - 1] && (to == size || begins[to]);
    }

    /** Whether the range is Latin letters without a space between them. */
    boolean isSpelled(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!text.isLatin(places[i]) || i > from && places[i] != places[i - 1] && text.afterSpace(places[i])) {
                return false;
            }
        }
        return true;
    }
}
