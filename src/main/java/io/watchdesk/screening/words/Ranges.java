package io.watchdesk.screening.words;

import java.util.Map;
import java.util.TreeMap;

/** Places in a text; asking costs the same however many there are. */
final class Ranges {

    private final TreeMap<Integer, Integer> endByStart = new TreeMap<>();
    private int longest;

    void add(int from, int to) {
        endByStart.merge(from, to, Math::max);
        longest = Math.max(longest, to - from);
    }

    /** Whether one of them holds all of this place. */
    boolean cover(int from, int to) {
        for (Map.Entry<Integer, Integer> range :
                endByStart.subMap(from - longest, true, from, true).entrySet()) {
            if (range.getValue() >= to) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them shares a character with this place. */
    boolean overlap(int from, int to) {
        for (Map.Entry<Integer, Integer> range :
                endByStart.subMap(from - longest, true, to, false).entrySet()) {
            if (range.getValue() > from) {
                return true;
            }
        }
        return false;
    }
}
