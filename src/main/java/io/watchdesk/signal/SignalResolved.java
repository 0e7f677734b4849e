package io.watchdesk.signal;

import java.time.Instant;

/** The sender of a signal says that it is over. Published as a Spring event inside the transaction that notes it. */
public record SignalResolved(Signal signal, Instant at) {}
