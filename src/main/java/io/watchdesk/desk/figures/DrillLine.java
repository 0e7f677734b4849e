package io.watchdesk.desk.figures;

import java.time.Instant;

/**
 * How a drill went; seconds count from its start and are null where the thing did not happen.
 *
 * @param level lower-camel text
 * @param scored whether its score card is made
 * @param deadlines met among those that were decided
 * @param gaps how many were found
 */
public record DrillLine(
        String id,
        String crisisId,
        String scenario,
        String level,
        Instant startedAt,
        boolean scored,
        Long secondsToAcknowledge,
        Long secondsToHold,
        Long secondsToStatement,
        Share deadlines,
        int gaps) {}
