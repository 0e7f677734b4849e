package io.watchdesk.screening;

/**
 * What stands against an entry of a list.
 *
 * @param kind which of the three lists the entry is on, or null where the whole list is wrong
 * @param entry the word, phrase or host
 * @param field the part of the entry that is wrong: {@code entry}, {@code severity}, {@code category} or {@code reason}
 * @param sentence says how to mend it
 */
public record ListFlaw(Kind kind, String entry, String field, String sentence) {

    /** The three lists that are in force together. */
    public enum Kind {
        WORD,
        ALLOWED,
        HOST
    }
}
