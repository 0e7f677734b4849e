package io.watchdesk.screening.words;

import io.watchdesk.screening.text.FoldedText;
import java.util.Arrays;
import java.util.List;

/** Sees Chinese words through letters and digits put between their characters. */
final class Inserted {

    /** More than this many in one place are a word of their own. */
    private static final int MOST_BETWEEN = 3;

    private Inserted() {}

    static void find(FoldedText text, Automaton<Term> terms, List<Match> matches) {
        if (!anyBetween(text)) {
            return;
        }
        char[] han = new char[text.length()];
        int[] places = new int[text.length()];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.isHan(i)) {
                han[size] = text.chars()[i];
                places[size++] = i;
            }
        }
        terms.scan(Arrays.copyOf(han, size), (from, to, term) -> {
            if (!term.isAllowed() && term.isHan() && inserted(text, places, from, to)) {
                matches.add(new Match(places[from], places[to - 1] + 1, term.word(), Fit.INSERTED));
            }
        });
    }

    private static boolean anyBetween(FoldedText text) {
        for (int i = 1; i + 1 < text.length(); i++) {
            if (!text.isHan(i) && text.isHan(i - 1)) {
                int end = i + 1;
                while (end < text.length() && end - i < MOST_BETWEEN && !text.isHan(end)) {
                    end++;
                }
                if (end < text.length() && text.isHan(end)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean inserted(FoldedText text, int[] places, int from, int to) {
        boolean any = false;
        for (int i = from + 1; i < to; i++) {
            int between = 0;
            for (int k = places[i - 1] + 1; k < places[i]; k++) {
                between += text.run(k);
            }
            any |= between > 0;
            if (between > MOST_BETWEEN || stopBetween(text, places[i - 1], places[i])) {
                return false;
            }
        }
        return any;
    }

    private static boolean stopBetween(FoldedText text, int one, int other) {
        for (int i = one + 1; i <= other; i++) {
            if (text.afterStop(i)) {
                return true;
            }
        }
        return false;
    }
}
