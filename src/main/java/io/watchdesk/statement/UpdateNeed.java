package io.watchdesk.statement;

/** What the process {@code crisis-update} does next; in models as lower-camel text. */
public enum UpdateNeed {
    /** An update to everybody involved has to be written. */
    INTERNAL,
    /** An update to the public has to be written, approved and published. */
    PUBLIC,
    /** Nothing has to be said yet: the public knows nothing, or the level demands no updates. */
    LATER,
    /** The crisis is over. */
    NONE
}
