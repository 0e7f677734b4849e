package io.watchdesk.desk.registers;

/**
 * What becomes of one entry.
 *
 * @param before null for a new one
 * @param after what it shall be
 */
public record Change(Entry before, Entry after) {

    /** Whether there is anything to do. */
    boolean isNothing() {
        return before != null && before.equals(after);
    }
}
