package io.watchdesk.statement;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import java.time.Instant;
import java.util.Map;

/**
 * One statement in a crisis. Its text is a piece of content with versions, screening, approvals and publications; here
 * stands what makes it a statement.
 *
 * @param id for example {@code ST-7001}
 * @param level the crisis's level when the statement was demanded
 * @param templateId the template it was begun with, or null
 * @param cluster how much the house is held responsible, or null while nobody has said so
 * @param repeated whether the same happened before, or null when unknown
 * @param strategy one of those that the table {@code statement-strategy} allows, or null while none is chosen
 * @param elements what it is made of, {@link Element#NEXT_WORD} aside
 * @param nextWordAt when it promises the next word, or null
 * @param derivedFrom account id to the SHA-256 of the source text that this account's own text was derived from
 * @param roundId the review of its newest version, or null
 * @param dueAt when it must be out, or null when nothing demands it by a time
 * @param endReason why it was dropped, or null
 */
public record Statement(
        String id,
        String crisisId,
        Kind kind,
        Crisis.Mode mode,
        String pieceId,
        State state,
        Level level,
        String templateId,
        Facts.Cluster cluster,
        Boolean repeated,
        String strategy,
        Map<Element, String> elements,
        Instant nextWordAt,
        Map<String, String> derivedFrom,
        String roundId,
        Instant dueAt,
        Instant openedAt,
        Instant releasedAt,
        Instant endedAt,
        String endReason) {

    /** Where a statement stands. */
    public enum State {
        DRAFTING,
        IN_APPROVAL,
        /** Approved; on its way out. */
        RELEASED,
        /** At least one account has it. */
        OUT,
        /** A drill's statement: approved, and nothing left the house. */
        KEPT,
        DROPPED
    }

    /** Whether it is still being written or approved. */
    public boolean unfinished() {
        return state == State.DRAFTING || state == State.IN_APPROVAL;
    }

    /** Whether nothing of it may leave the house. */
    public boolean drill() {
        return mode == Crisis.Mode.DRILL;
    }
}
