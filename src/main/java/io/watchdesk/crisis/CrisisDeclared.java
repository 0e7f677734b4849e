package io.watchdesk.crisis;

/** A crisis was opened. Published as a Spring event inside the transaction that opened it. */
public record CrisisDeclared(Crisis crisis) {}
