package io.watchdesk.drill;

import io.watchdesk.platform.Said;
import java.time.Instant;
import java.util.List;

/**
 * How a drill went; seconds count from its start and are null where the thing did not happen.
 *
 * @param tiers how long each tier had the crisis and whether it took it
 * @param loops how often the ladder began again
 * @param unreachable people who were paged and not reached, with the sentence that says why
 * @param gaps what has to be mended
 */
public record ScoreCard(
        Instant scoredAt,
        Long secondsToRate,
        Long secondsToHold,
        Long secondsToFirstPage,
        Long secondsToAcknowledge,
        Long secondsToTriage,
        Long secondsToCommand,
        Long secondsToHoldingStatement,
        Long secondsToFullStatement,
        Long secondsToClose,
        List<Tier> tiers,
        int loops,
        int pages,
        int wouldHaveHeld,
        long deadlinesHit,
        long deadlinesMissed,
        @Said List<String> unreachable,
        List<Gap> gaps) {

    /**
     * @param pagedAfter seconds until somebody of the tier was paged
     * @param acknowledgedAfter seconds from that page until the crisis was taken, or null when the tier did not take it
     * @param by who took it
     */
    public record Tier(int tier, int people, Long pagedAfter, Long acknowledgedAfter, String by) {}

    /** @param key the same for the same gap when the card is made again */
    public record Gap(String key, @Said String sentence) {}
}
