package io.watchdesk.content;

import java.time.Instant;

/**
 * One piece of content on its way from brief to post.
 *
 * @param id readable and unique, for example {@code C-1001}; the business key of its processes
 * @param planner who asked for it
 * @param title the newest title, or the topic while nothing is written
 * @param stage where it stands
 */
public record Piece(String id, Brief brief, String planner, String title, Stage stage, Instant openedAt) {

    /** Where a piece stands; the running process decides, this is what lists show. */
    public enum Stage {
        DRAFTING,
        IN_REVIEW,
        SCHEDULED,
        PUBLISHED,
        REJECTED,
        WITHDRAWN,
        CLOSED
    }
}
