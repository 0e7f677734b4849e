package io.watchdesk.oncall;

/**
 * An offer of a shift has ended: taken, expired or withdrawn. A Spring event inside the transaction.
 *
 * @param by who ended it, {@link io.watchdesk.platform.People#SYSTEM} when its time did
 */
public record SwapClosed(Swap swap, String by) {}
