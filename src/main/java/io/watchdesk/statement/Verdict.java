package io.watchdesk.statement;

/** What one person, or all of them, said about a statement; in models as lower-camel text in {@code statementVerdict}. */
public enum Verdict {
    APPROVED,
    /** A strong objection with its reason: the text goes back to who writes it. */
    OBJECTION,
    /** The commander wants no statement. */
    DROPPED
}
