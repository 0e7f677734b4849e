package io.watchdesk.signal.feed;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks for watched words however they are written: large or small, full width, traditional or simplified. A word that
 * begins or ends with a Latin letter or a digit is not found inside a longer one.
 */
final class Keywords {

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Transliterator SIMPLIFY = Transliterator.getInstance("Traditional-Simplified");

    private final AhoCorasickDoubleArrayTrie<String> words = new AhoCorasickDoubleArrayTrie<>();

    Keywords(List<String> keywords) {
        TreeMap<String, String> folded = new TreeMap<>();
        keywords.forEach(word -> folded.put(folded(word), word.strip()));
        folded.remove("");
        words.build(folded);
    }

    /** The words found, as the settings write them. */
    Set<String> in(String text) {
        String folded = folded(text);
        Set<String> found = new TreeSet<>();
        words.parseText(folded, (from, to, word) -> {
            if (edge(folded, from - 1, from) && edge(folded, to - 1, to)) {
                found.add(word);
            }
        });
        return found;
    }

    private static boolean edge(String text, int left, int right) {
        return left < 0 || right >= text.length() || !(isLatin(text.charAt(left)) && isLatin(text.charAt(right)));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static String folded(String text) {
        // A transliterator keeps a state of its own while it works.
        synchronized (SIMPLIFY) {
            return SIMPLIFY.transliterate(FOLD.normalize(text)).strip().replaceAll("\\s+", " ");
        }
    }
}
