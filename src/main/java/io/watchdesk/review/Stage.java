package io.watchdesk.review;

import java.time.Instant;
import java.util.List;

/**
 * One stage of a round and how far it is.
 *
 * @param position 1 for the first
 * @param items what its reviewers answer
 * @param openedAt null until its turn comes; so are the three clocks
 * @param dueAt when its sign-offs are wanted: the escalation or the planned time, whichever is earlier
 * @param verdict null while it is open
 * @param note why a manager gave the piece back from an unstaffed stage, else null
 */
public record Stage(
        String roundId,
        int position,
        StagePlan plan,
        List<ChecklistItem> items,
        Instant openedAt,
        Instant remindAt,
        Instant dueAt,
        Instant escalateAt,
        Instant remindedAt,
        Instant escalatedAt,
        Instant decidedAt,
        Verdict verdict,
        String note,
        String notedBy) {}
