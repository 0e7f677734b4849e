package io.watchdesk.screening.words;

import io.watchdesk.screening.text.FoldedText;
import io.watchdesk.screening.text.Folding;
import java.util.List;

/** Sees Latin words through digits and signs that stand for letters: c4sino, c@sino. */
final class Leet {

    private static final String SIGNS = "013457!@$";
    private static final String LETTERS = "oieastias";

    private Leet() {}

    static void find(String original, FoldedText text, Automaton<Term> terms, List<Match> matches) {
        String read = read(original);
        if (read == null) {
            return;
        }
        FoldedText folded = Folding.fold(read);
        terms.scan(folded.chars(), (from, to, term) -> {
            int start = folded.start(from);
            int end = folded.end(to - 1);
            if (!term.isAllowed()
                    && differs(original, read, start, end)
                    && folded.isLatin(from)
                    && folded.isLatin(to - 1)
                    && term.fit(folded, from, to) == Fit.YES) {
                int first = at(text, start, end);
                int last = at(text, end - 1, end);
                if (first >= 0 && last >= first) {
                    matches.add(new Match(first, last + 1, term.word(), Fit.LEET));
                }
            }
        });
    }

    /** The text with signs read as letters where they stand in a word with letters, or null where there are none. */
    private static String read(String text) {
        StringBuilder read = null;
        int begin = 0;
        while (begin < text.length()) {
            int end = begin;
            boolean letters = false;
            boolean signs = false;
            while (end < text.length() && (isLetter(text.charAt(end)) || SIGNS.indexOf(text.charAt(end)) >= 0)) {
                letters |= isLetter(text.charAt(end));
                signs |= !isLetter(text.charAt(end));
                end++;
            }
            if (letters && signs) {
                read = read == null ? new StringBuilder(text) : read;
                for (int i = begin; i < end; i++) {
                    int sign = SIGNS.indexOf(text.charAt(i));
                    if (sign >= 0) {
                        read.setCharAt(i, LETTERS.charAt(sign));
                    }
                }
            }
            begin = Math.max(end, begin + 1);
        }
        return read == null ? null : read.toString();
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean differs(String original, String read, int start, int end) {
        return !original.regionMatches(start, read, start, end - start);
    }

    /** The folded character nearest to a place in the original, from the place on up to the end; -1 when there is none. */
    private static int at(FoldedText text, int place, int end) {
        int low = 0;
        int high = text.length() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (text.end(middle) > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return text.length() == 0 || text.start(low) >= end ? -1 : low;
    }
}
