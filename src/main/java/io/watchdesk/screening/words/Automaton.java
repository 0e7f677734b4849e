package io.watchdesk.screening.words;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds every occurrence of many keys in one pass; several values may share a key. */
final class Automaton<V> {

    /** Takes an occurrence of a key in the scanned characters. */
    interface Sink<V> {
        void hit(int from, int to, V value);
    }

    private final AhoCorasickDoubleArrayTrie<List<V>> trie;

    private Automaton(AhoCorasickDoubleArrayTrie<List<V>> trie) {
        this.trie = trie;
    }

    static <V> Automaton<V> of(Map<String, List<V>> values) {
        if (values.isEmpty()) {
            return new Automaton<>(null);
        }
        AhoCorasickDoubleArrayTrie<List<V>> trie = new AhoCorasickDoubleArrayTrie<>();
        trie.build(new TreeMap<>(values));
        return new Automaton<>(trie);
    }

    static <V> void put(Map<String, List<V>> values, String key, V value) {
        values.computeIfAbsent(key, k -> new ArrayList<>(1)).add(value);
    }

    void scan(char[] text, Sink<V> sink) {
        if (trie == null || text.length == 0) {
            return;
        }
        trie.parseText(text, (from, to, values) -> {
            for (V value : values) {
                sink.hit(from, to, value);
            }
        });
    }
}
