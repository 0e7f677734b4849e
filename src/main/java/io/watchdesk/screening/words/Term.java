package io.watchdesk.screening.words;

import io.watchdesk.screening.WordList.Word;
import io.watchdesk.screening.text.FoldedText;

/** A listed word or an allowed phrase, folded like the texts it is looked for in. */
final class Term {

    private static final int LONG_ENOUGH_TO_SPACE_OUT = 4;
    private static final int LONG_ENOUGH_TO_DOUBLE = 5;
    private static final String MULTIPLIERS = "十百千万亿";

    private final Word word;
    private final FoldedText folded;
    private final boolean han;

    private final Fit best;

    /** @param word what is looked for, or null for an allowed phrase */
    Term(Word word, FoldedText folded) {
        this(word, folded, Fit.YES);
    }

    /** @param best how well it fits where everything agrees; less than YES for a rewritten word */
    Term(Word word, FoldedText folded, Fit best) {
        this.word = word;
        this.folded = folded;
        this.best = best;
        boolean allHan = true;
        for (int i = 0; i < folded.length(); i++) {
            allHan &= folded.isHan(i);
        }
        this.han = allHan;
    }

    boolean isAllowed() {
        return word == null;
    }

    Word word() {
        return word;
    }

    FoldedText folded() {
        return folded;
    }

    /** Whether the place is written without any gap, repetition or look-alike. */
    boolean isPlainHan(FoldedText text, int from, int to) {
        return han && text.plain(from, to);
    }

    /** Whether it consists of Chinese characters only. */
    boolean isHan() {
        return han;
    }

    /** How well the place where the folded characters agree fits in everything else. */
    Fit fit(FoldedText text, int from, int to) {
        if (!edge(text, from, from - 1, from) || !edge(text, to - 1, to, to)) {
            return Fit.NO;
        }
        Fit runs = runs(text, from, to);
        if (runs == Fit.NO) {
            return runs;
        }
        Fit gaps = gaps(text, from, to);
        if (gaps != Fit.YES) {
            return gaps;
        }
        if (runs != Fit.YES) {
            return runs;
        }
        return best != Fit.YES ? best : alphabet(text, from, to);
    }

    /** Whether the word may begin or end here: not inside a longer Latin word or number. */
    private static boolean edge(FoldedText text, int inside, int outside, int gap) {
        if (outside < 0 || outside >= text.length()) {
            return true;
        }
        if (text.isLatin(inside)) {
            return !(text.isLatin(outside) && text.adjoins(gap));
        }
        if (text.isDigit(inside)) {
            boolean number = text.isDigit(outside) || text.isNumeral(outside);
            return !(number && !text.afterSpace(gap) && !(text.isNumeral(outside) && !text.adjoins(gap)));
        }
        if (text.isNumeral(inside) && text.adjoins(gap)) {
            return !(text.isDigit(outside) || MULTIPLIERS.indexOf(text.chars()[outside]) >= 0);
        }
        return true;
    }

    /** A character may stand more often than in the word, never less; numbers must agree. */
    private Fit runs(FoldedText text, int from, int to) {
        Fit fit = Fit.YES;
        for (int i = from; i < to; i++) {
            int run = text.run(i);
            int needed = folded.run(i - from);
            if (run == needed) {
                continue;
            }
            if (run < needed || text.isDigit(i)) {
                return Fit.NO;
            }
            if (text.isLatin(i) && run < Math.max(3, needed + 1)) {
                // "god" is not "good": one letter too many is only a typing error or another word.
                if (to - from < LONG_ENOUGH_TO_DOUBLE) {
                    return Fit.NO;
                }
                fit = Fit.DOUBLED;
            }
        }
        return fit;
    }

    private Fit gaps(FoldedText text, int from, int to) {
        int latin = 0;
        int spaced = 0;
        int stops = 0;
        int loose = 0;
        for (int i = from + 1; i < to; i++) {
            int own = i - from;
            boolean ownGap = !folded.adjoins(own);
            if (text.isLatin(i - 1) && text.isLatin(i)) {
                latin++;
                spaced += text.afterSpace(i) && !ownGap ? 1 : 0;
                stops += text.afterStop(i) && !folded.afterStop(own) ? 1 : 0;
            } else {
                stops += text.afterStop(i) && !folded.afterStop(own) ? 1 : 0;
                loose += text.afterSpace(i) && ownGap && !folded.afterSpace(own) ? 1 : 0;
            }
        }
        if (spaced > 0 && (spaced < latin || to - from < LONG_ENOUGH_TO_SPACE_OUT)) {
            return Fit.NO;
        }
        boolean everyGap = stops == to - from - 1 && stops >= 2;
        return stops > 0 && !everyGap || loose > 0 ? Fit.PARTED : Fit.YES;
    }

    private static Fit alphabet(FoldedText text, int from, int to) {
        boolean any = false;
        for (int i = from; i < to; i++) {
            if (text.isLatin(i) || text.isHan(i)) {
                if (!text.isLookAlike(i)) {
                    return Fit.YES;
                }
                any = true;
            }
        }
        return any ? Fit.FOREIGN : Fit.YES;
    }
}
