package io.watchdesk.oncall;

/**
 * Who is on call may have changed. Published as a Spring event inside the transaction of the change.
 *
 * @param rota the rota, or null when it may concern any
 */
public record OnCallChanged(String rota) {}
