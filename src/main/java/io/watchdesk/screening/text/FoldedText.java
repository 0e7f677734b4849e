package io.watchdesk.screening.text;

import java.util.Arrays;

/**
 * A folded text. Indexes are positions in the folded text; {@link #start} and {@link #end} lead back to UTF-16 positions in
 * the original.
 */
public final class FoldedText {

    private static final Kind[] KINDS = Kind.values();

    private final char[] chars;
    private final byte[] kinds;
    private final byte[] gaps;
    private final int[] runs;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] lookAlikes;

    FoldedText(char[] chars, byte[] kinds, byte[] gaps, int[] runs, int[] starts, int[] ends, boolean[] lookAlikes) {
        this.chars = chars;
        this.kinds = kinds;
        this.gaps = gaps;
        this.runs = runs;
        this.starts = starts;
        this.ends = ends;
        this.lookAlikes = lookAlikes;
    }

    static int bit(Kind kind) {
        return kind == Kind.HIDDEN ? 1 : kind == Kind.SPACE ? 2 : kind == Kind.MARK ? 4 : 8;
    }

    /** The same text with every repetition as a character of its own and no gaps. */
    public FoldedText singled() {
        int size = 0;
        for (int run : Arrays.copyOf(runs, chars.length)) {
            size += run;
        }
        FoldedText singled = new FoldedText(
                new char[size],
                new byte[size],
                new byte[size],
                new int[size],
                new int[size],
                new int[size],
                new boolean[size]);
        int to = 0;
        for (int i = 0; i < chars.length; i++) {
            for (int k = 0; k < runs[i]; k++, to++) {
                singled.chars[to] = chars[i];
                singled.kinds[to] = kinds[i];
                singled.runs[to] = 1;
                singled.starts[to] = starts[i];
                singled.ends[to] = ends[i];
                singled.lookAlikes[to] = lookAlikes[i];
            }
        }
        return singled;
    }

    /** How many characters are left after folding. */
    public int length() {
        return chars.length;
    }

    /** The folded characters; not to be changed. */
    public char[] chars() {
        return chars;
    }

    /** The folded characters as a key for looking up; runs count once. */
    public String key() {
        return new String(chars);
    }

    /** The folded characters with their runs: texts with equal readings say the same to a reader. */
    public String reading() {
        StringBuilder reading = new StringBuilder();
        for (int i = 0; i < chars.length; i++) {
            reading.append(String.valueOf(chars[i]).repeat(runs[i]));
        }
        return reading.toString();
    }

    /** How often the character stands there in a row. */
    public int run(int index) {
        return runs[index];
    }

    /** Where it begins in the original. */
    public int start(int index) {
        return starts[index];
    }

    /** Where it (with its repetitions) ends in the original, exclusive. */
    public int end(int index) {
        return ends[index];
    }

    /** Whether it is a Chinese character, also a numeral. */
    public boolean isHan(int index) {
        return kinds[index] == Kind.HAN.ordinal() || kinds[index] == Kind.NUMERAL.ordinal();
    }

    /** Whether it is a Chinese numeral, folded to its digit. */
    public boolean isNumeral(int index) {
        return kinds[index] == Kind.NUMERAL.ordinal();
    }

    /** Whether it is a letter a to z. */
    public boolean isLatin(int index) {
        return kinds[index] == Kind.LATIN.ordinal();
    }

    /** Whether it is a digit. */
    public boolean isDigit(int index) {
        return kinds[index] == Kind.DIGIT.ordinal();
    }

    /** Whether both are of one kind, so that nothing parts them but what lies between. */
    public boolean sameKind(int one, int other) {
        return KINDS[kinds[one]] == KINDS[kinds[other]];
    }

    /** Whether it is written with a letter of another script that looks like it. */
    public boolean isLookAlike(int index) {
        return lookAlikes[index];
    }

    /** Whether nothing that can be seen lies between it and the character before. */
    public boolean adjoins(int index) {
        return (gaps[index] & ~bit(Kind.HIDDEN)) == 0;
    }

    /** Whether a space lies before it. */
    public boolean afterSpace(int index) {
        return (gaps[index] & bit(Kind.SPACE)) != 0;
    }

    /** Whether a symbol, an emoji or loose punctuation lies before it. */
    public boolean afterMark(int index) {
        return (gaps[index] & bit(Kind.MARK)) != 0;
    }

    /** Whether a comma, full stop, colon or line end lies before it. */
    public boolean afterStop(int index) {
        return (gaps[index] & bit(Kind.STOP)) != 0;
    }

    /** Whether the text holds anything that folding does not keep, or evened out by repetition, in this range. */
    public boolean plain(int from, int to) {
        for (int i = from; i < to; i++) {
            if (runs[i] > 1 || lookAlikes[i] || i > from && gaps[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
