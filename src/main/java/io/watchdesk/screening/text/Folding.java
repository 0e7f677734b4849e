package io.watchdesk.screening.text;

import io.watchdesk.screening.text.FoldTable.Cell;
import java.util.Arrays;

/**
 * Folds a text to what a reader makes of it: width, case, drawn letters, traditional and variant characters, look-alikes
 * and Chinese numerals are evened out; spaces, punctuation, symbols, emoji and invisible characters become gaps; runs of
 * one character become one. Every folded character remembers its place in the original.
 */
public final class Folding {

    private static final FoldTable TABLE = new FoldTable();

    private Folding() {}

    /** Folds a text of any length in one pass. */
    public static FoldedText fold(String text) {
        Builder folded = new Builder(text.length());
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            folded.add(TABLE.cell(codePoint), i, end);
            i = end;
        }
        return folded.done();
    }

    private static final class Builder {

        private char[] chars;
        private byte[] kinds;
        private byte[] gaps;
        private int[] runs;
        private int[] starts;
        private int[] ends;
        private boolean[] lookAlikes;
        private int size;
        private int gap;

        Builder(int capacity) {
            chars = new char[capacity];
            kinds = new byte[capacity];
            gaps = new byte[capacity];
            runs = new int[capacity];
            starts = new int[capacity];
            ends = new int[capacity];
            lookAlikes = new boolean[capacity];
        }

        void add(Cell cell, int start, int end) {
            String text = cell.text();
            if (text.isEmpty()) {
                gap |= FoldedText.bit(cell.gap());
                return;
            }
            for (int i = 0; i < text.length(); i++) {
                put(text.charAt(i), cell.kinds()[i], start, end, cell.lookAlike());
            }
        }

        private void put(char c, Kind kind, int start, int end, boolean lookAlike) {
            boolean adjoins = (gap & ~FoldedText.bit(Kind.HIDDEN)) == 0;
            if (size > 0 && adjoins && chars[size - 1] == c && kinds[size - 1] == kind.ordinal()) {
                runs[size - 1]++;
                ends[size - 1] = end;
                gap = 0;
                return;
            }
            if (size == chars.length) {
                grow();
            }
            chars[size] = c;
            kinds[size] = (byte) kind.ordinal();
            gaps[size] = (byte) gap;
            runs[size] = 1;
            starts[size] = start;
            ends[size] = end;
            lookAlikes[size] = lookAlike;
            size++;
            gap = 0;
        }

        private void grow() {
            int capacity = chars.length * 2 + 16;
            chars = Arrays.copyOf(chars, capacity);
            kinds = Arrays.copyOf(kinds, capacity);
            gaps = Arrays.copyOf(gaps, capacity);
            runs = Arrays.copyOf(runs, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            lookAlikes = Arrays.copyOf(lookAlikes, capacity);
        }

        FoldedText done() {
            return new FoldedText(Arrays.copyOf(chars, size), kinds, gaps, runs, starts, ends, lookAlikes);
        }
    }
}
