package io.watchdesk.content;

/** The three levels of the content pool (catalogue 28). */
public enum PoolTier {
    HIT,
    REGULAR,
    RESERVE
}
