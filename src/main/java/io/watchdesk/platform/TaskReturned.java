package io.watchdesk.platform;

import java.time.Instant;
import java.util.List;

/**
 * A task was taken from somebody who can no longer do it and waits for its group again. It is published as an application
 * event in the transaction that gives the task back.
 *
 * @param person who had it: gone, or no longer in a group that may do it
 * @param groups whose members may claim it now, never empty
 * @param pieceId the piece or crisis it is about, or null
 * @param title the title of that, or null
 * @param due or null
 */
public record TaskReturned(
        String person,
        String taskId,
        String taskName,
        List<String> groups,
        String pieceId,
        String title,
        Instant due) {}
