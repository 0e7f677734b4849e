package io.watchdesk.screening.text;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** How a folded Chinese character is read: its commonest reading, by ICU. */
public final class Pinyin {

    /**
     * One reading.
     *
     * @param letters a to z; {@code v} for u with two dots
     * @param tone 1 to 4, or 0 for the light tone
     * @param code one number for one spelling, whatever the tone; never 0, and only valid while this process runs
     */
    public record Syllable(String letters, int tone, char code) {

        Syllable(String letters, int tone) {
            this(letters, tone, CODES.computeIfAbsent(letters, l -> (char) NEXT_CODE.getAndIncrement()));
        }
    }

    private static final Map<String, Character> CODES = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT_CODE = new AtomicInteger(1);

    private static final String[] NUMERALS = {"ling", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu"};
    private static final int[] NUMERAL_TONES = {2, 1, 4, 1, 4, 3, 4, 1, 1, 3};
    private static final Syllable[] NUMERAL_SYLLABLES = IntStream.range(0, 10)
            .mapToObj(digit -> new Syllable(NUMERALS[digit], NUMERAL_TONES[digit]))
            .toArray(Syllable[]::new);
    private static final String TONE_MARKS = "\u0304\u0301\u030C\u0300";
    private static final char TWO_DOTS = '\u0308';

    private static final Transliterator READING = Transliterator.getInstance("Han-Latin");
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
    private static final AtomicReferenceArray<Syllable[]> PAGES = new AtomicReferenceArray<>(256);

    private Pinyin() {}

    /** The reading of a character of a folded text, or null where it has none. */
    public static Syllable of(FoldedText text, int index) {
        char c = text.chars()[index];
        if (text.isNumeral(index)) {
            return NUMERAL_SYLLABLES[c - '0'];
        }
        Syllable[] page = PAGES.get(c >> 8);
        if (page == null) {
            page = page(c >> 8);
        }
        return page[c & 0xFF];
    }

    private static synchronized Syllable[] page(int number) {
        Syllable[] page = PAGES.get(number);
        if (page == null) {
            page = new Syllable[256];
            for (int i = 0; i < 256; i++) {
                page[i] = read((char) (number << 8 | i));
            }
            PAGES.set(number, page);
        }
        return page;
    }

    private static Syllable read(char han) {
        if (Character.isSurrogate(han)) {
            return null;
        }
        StringBuilder letters = new StringBuilder();
        int tone = 0;
        for (char c :
                DECOMPOSED.normalize(READING.transliterate(String.valueOf(han))).toCharArray()) {
            int mark = TONE_MARKS.indexOf(c);
            if (mark >= 0) {
                tone = mark + 1;
            } else if (c == TWO_DOTS) {
                letters.setCharAt(letters.length() - 1, 'v');
            } else if (c >= 'a' && c <= 'z') {
                letters.append(c);
            } else {
                return null;
            }
        }
        return letters.isEmpty() ? null : new Syllable(letters.toString(), tone);
    }
}
