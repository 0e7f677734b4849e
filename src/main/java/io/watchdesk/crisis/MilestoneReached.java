package io.watchdesk.crisis;

/**
 * A milestone was reached for the first time. Published as a Spring event by {@link CrisisResponse#reached}, inside its
 * transaction.
 */
public record MilestoneReached(String crisisId, Milestone milestone) {}
