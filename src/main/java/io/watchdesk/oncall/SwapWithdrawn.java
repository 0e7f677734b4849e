package io.watchdesk.oncall;

/** Somebody took the offer of a shift back. A Spring event inside the transaction. */
public record SwapWithdrawn(String swapId) {}
