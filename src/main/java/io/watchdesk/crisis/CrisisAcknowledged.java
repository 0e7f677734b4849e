package io.watchdesk.crisis;

/** Somebody took a crisis. Published as a Spring event inside that transaction. */
public record CrisisAcknowledged(Crisis crisis, String via) {}
