package io.watchdesk.statement;

/** Whom an update is for; in models as lower-camel text in {@code audience}. */
public enum Audience {
    INTERNAL,
    PUBLIC
}
