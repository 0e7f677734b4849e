package io.watchdesk.statement;

import java.time.Instant;

/** The three moments of a clock. */
public record Times(Instant warning, Instant lastWarning, Instant due) {}
