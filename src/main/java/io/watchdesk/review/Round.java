package io.watchdesk.review;

import java.time.Instant;

/**
 * One review of one version, from planning its stages to its verdict.
 *
 * @param id for example {@code R-1001}
 * @param hash the content hash at its beginning; the only one that it can approve
 * @param listVersion the version of the word list that screened the text
 * @param risk what the table {@code content-risk} said
 * @param known false when a table met input it does not know and took the strictest route
 * @param slot the planned time, or null for none
 * @param slotFreedAt when the planned time passed without a verdict, or null
 * @param closedAt null while it runs
 * @param verdict null while it runs
 */
public record Round(
        String id,
        String pieceId,
        int version,
        String hash,
        String listVersion,
        String risk,
        boolean known,
        Instant slot,
        Instant slotFreedAt,
        Instant openedAt,
        Instant closedAt,
        Verdict verdict) {}
