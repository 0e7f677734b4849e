package io.watchdesk.statement;

import java.time.Instant;

/**
 * A word that was given, inside or outside.
 *
 * @param number 1 for the first to this audience
 * @param statementId the statement by which it was given, or null for one inside the house
 * @param nextAt when the next was promised, or null
 */
public record Update(
        Audience audience,
        int number,
        String statementId,
        String text,
        Instant nextAt,
        String givenBy,
        Instant givenAt) {}
