package io.watchdesk.oncall;

/** Somebody came on call while something is open. A Spring event inside the transaction. */
public record HandsChanged(Handover handover) {}
