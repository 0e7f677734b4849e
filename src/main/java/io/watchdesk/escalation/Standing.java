package io.watchdesk.escalation;

import java.time.Instant;

/**
 * Where the ladder of a crisis stands, a row of {@code crisis_ladder}.
 *
 * @param step counts every climb and loop from 1 and never goes back
 * @param roundStep the last step before this round; a round begins when the ladder is opened or climbed again
 * @param firstTier where this round began
 * @param tier the highest tier called in this round; 0 before the first
 * @param demandedTier the highest tier that is to be called without waiting
 * @param takenTier the tier of who took it, or 0
 * @param tierDueAt when the current tier or loop was due, not when its job ran
 * @param nextClimbAt null once it is taken
 * @param askedAt when the holder was asked "still on it?"; null while no answer is awaited
 */
record Standing(
        String crisisId,
        int step,
        int roundStep,
        int firstTier,
        int tier,
        int loop,
        int demandedTier,
        int takenTier,
        Instant tierDueAt,
        Instant nextClimbAt,
        Instant askedAt) {

    /** The ladder begins anew at this tier. */
    static Standing opened(String crisisId, int step, int firstTier, int demandedTier, Instant now) {
        return new Standing(crisisId, step, step, firstTier, 0, 0, demandedTier, 0, now, now, null);
    }

    /** Moved before its first round: by a clock that ran out, or by somebody who took the crisis at once. */
    static Standing unopened(String crisisId, int demandedTier, Instant now) {
        return new Standing(crisisId, 0, 0, 1, 0, 0, demandedTier, 0, now, now, null);
    }

    /** A step that neither climbs nor loops: people are called to help. */
    Standing stepped() {
        return demanded(demandedTier, nextClimbAt);
    }

    /** A tier is called. */
    Standing climbed(int to, int demanded, Instant dueAt, Instant next) {
        return new Standing(
                crisisId, step + 1, roundStep, firstTier, to, loop, demanded, takenTier, dueAt, next, askedAt);
    }

    /** All are called once more. */
    Standing looped(Instant dueAt, Instant next) {
        return new Standing(
                crisisId,
                step + 1,
                roundStep,
                firstTier,
                tier,
                loop + 1,
                demandedTier,
                takenTier,
                dueAt,
                next,
                askedAt);
    }

    /** The level changed what is demanded and how long the waits are. */
    Standing timed(int demanded, Instant next) {
        return new Standing(
                crisisId, step, roundStep, firstTier, tier, loop, demanded, takenTier, tierDueAt, next, askedAt);
    }

    /** A step that calls no tier: a climb is asked for, or the holder is. */
    Standing demanded(int demanded, Instant next) {
        return new Standing(
                crisisId,
                step + 1,
                roundStep,
                firstTier,
                tier,
                loop,
                Math.max(demanded, demandedTier),
                takenTier,
                tierDueAt,
                next,
                askedAt);
    }

    /** Somebody of this tier has it. */
    Standing taken(int by) {
        return new Standing(crisisId, step, roundStep, firstTier, tier, loop, demandedTier, by, tierDueAt, null, null);
    }

    /** The holder is asked, or no answer is awaited any more. */
    Standing asked(Instant at) {
        return new Standing(
                crisisId, step, roundStep, firstTier, tier, loop, demandedTier, takenTier, tierDueAt, nextClimbAt, at);
    }
}
