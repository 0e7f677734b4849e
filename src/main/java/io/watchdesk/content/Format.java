package io.watchdesk.content;

/** The form a piece takes (catalogue 37, 38). */
public enum Format {
    ARTICLE,
    IMAGE,
    SHORT_VIDEO,
    VIDEO,
    LIVE,
    AUDIO,
    INTERACTIVE
}
