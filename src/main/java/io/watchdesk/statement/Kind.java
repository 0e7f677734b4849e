package io.watchdesk.statement;

/** What a statement is for; in models as lower-camel text in {@code statementKind}. */
public enum Kind {
    /** The first public word: confirmed facts only, and when the next word comes. */
    HOLDING,
    /** Apology, cause and remedy. */
    FULL,
    /** A word in between, promised by the one before. */
    UPDATE,
    /** The last word: it is over. */
    RESOLUTION
}
