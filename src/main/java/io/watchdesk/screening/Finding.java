package io.watchdesk.screening;

import io.watchdesk.platform.Said;

/**
 * Something a machine found in a version.
 *
 * @param part where: {@code title}, {@code body}, {@code variant:<account>:title}, {@code variant:<account>:body},
 *     {@code link:<n>}, {@code asset:<id>}
 * @param start first character of the place in the original text (UTF-16 index), -1 where there is no text
 * @param end the character after the last one
 * @param excerpt the place as it was written
 * @param reason a sentence for people
 * @param listVersion the version of the list or rule that said so
 */
public record Finding(
        Kind kind,
        Severity severity,
        String part,
        int start,
        int end,
        String excerpt,
        @Said(orTyped = true) String reason,
        String listVersion) {

    /** Which screener found it. */
    public enum Kind {
        WORD,
        LINK,
        ASSET
    }

    /** {@code BLOCK} goes back to the writer; the others are shown to the reviewer. */
    public enum Severity {
        SUSPICION,
        WARNING,
        BLOCK
    }
}
