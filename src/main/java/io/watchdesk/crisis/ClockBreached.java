package io.watchdesk.crisis;

/**
 * A clock of a crisis ran out before the thing was done. Published as a Spring event inside the transaction of the timer;
 * the ladder climbs a tier.
 */
public record ClockBreached(String crisisId, Deadlines.Deadline deadline) {}
