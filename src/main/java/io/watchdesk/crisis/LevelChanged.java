package io.watchdesk.crisis;

/** A crisis was rated anew. Published as a Spring event inside that transaction, after the crisis was changed. */
public record LevelChanged(Crisis crisis, Level before) {}
