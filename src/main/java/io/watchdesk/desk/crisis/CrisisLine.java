package io.watchdesk.desk.crisis;

import java.time.Instant;
import java.util.List;

/**
 * A crisis in a list.
 *
 * @param level lower-camel text
 * @param state lower-camel text
 * @param accounts names; empty when it concerns the whole house
 * @param holder display name, or null
 * @param tier the tier whose turn it is, 0 before its ladder is open
 * @param nextClimbAt when the next tier is called, or null
 * @param held how many publications it holds, on paper in a drill
 */
public record CrisisLine(
        String id,
        String title,
        String level,
        String state,
        boolean drill,
        List<String> accounts,
        Instant firstSighted,
        Instant openedAt,
        String holder,
        Instant acknowledgedAt,
        Instant closedAt,
        int tier,
        Instant nextClimbAt,
        int held) {}
