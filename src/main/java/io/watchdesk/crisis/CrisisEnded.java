package io.watchdesk.crisis;

/** A crisis is closed, a false alarm or a cancelled drill. Published as a Spring event inside that transaction. */
public record CrisisEnded(Crisis crisis) {}
