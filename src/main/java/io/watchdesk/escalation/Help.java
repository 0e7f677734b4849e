package io.watchdesk.escalation;

import io.watchdesk.platform.Said;
import java.time.Instant;

/**
 * A call for help with a crisis that somebody has, a row of {@code crisis_help}.
 *
 * @param id for example {@code HP-1}
 * @param roundStep the round of the ladder in which it was demanded, see {@link Standing#roundStep}
 * @param reason a sentence
 * @param firstTier the lowest tier that is asked
 * @param nextTier the lowest tier that is not called yet
 * @param demandedTier the highest tier that is to be called without waiting
 * @param givenBy who helps, or null while nobody does
 */
record Help(
        String id,
        String crisisId,
        int roundStep,
        @Said(orTyped = true) String reason,
        int firstTier,
        int nextTier,
        int demandedTier,
        Instant askedAt,
        String givenBy) {}
