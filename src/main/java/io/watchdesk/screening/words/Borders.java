package io.watchdesk.screening.words;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.watchdesk.screening.text.FoldedText;

/** Tells whether a Chinese match cuts through ordinary words: "brush" and "pink" side by side are no "bought fans". */
final class Borders {

    /** Characters on either side that are enough to tell words apart. */
    private static final int AROUND = 10;

    private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.CHINESE);

    private final String text;
    private final FoldedText folded;
    private final BreakIterator words;

    Borders(String text, FoldedText folded) {
        this.text = text;
        this.folded = folded;
        this.words = WORDS.clone();
    }

    /** Whether a dictionary word begins inside the match and ends outside, or the other way round. */
    boolean cutsThroughWords(int from, int to) {
        int first = from;
        while (first > 0 && from - first < AROUND && joined(first)) {
            first--;
        }
        int last = to;
        while (last < folded.length() && last - to < AROUND && joined(last)) {
            last++;
        }
        int offset = folded.start(first);
        int start = folded.start(from) - offset;
        int end = folded.end(to - 1) - offset;
        words.setText(text.substring(offset, folded.end(last - 1)));
        return cut(start, end) || cut(end, start);
    }

    /** Whether the word around this border reaches into the match but does not hold all of it. */
    private boolean cut(int border, int otherBorder) {
        if (words.isBoundary(border)) {
            return false;
        }
        int begin = words.preceding(border);
        int finish = words.following(border);
        return !(begin <= Math.min(border, otherBorder) && finish >= Math.max(border, otherBorder));
    }

    private boolean joined(int index) {
        return folded.isHan(index) && folded.isHan(index - 1) && folded.adjoins(index);
    }
}
