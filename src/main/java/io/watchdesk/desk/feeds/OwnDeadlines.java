package io.watchdesk.desk.feeds;

import java.time.Instant;
import java.util.List;

/** The tasks that a person has claimed and that have a time to be done by. */
public interface OwnDeadlines {

    /** Those whose time lies in a period, and those of it that were done before their time. */
    List<Deadline> of(String person, Instant from, Instant until);

    /**
     * A task and its time.
     *
     * @param over whether it is done or gone, so that nothing is due any more
     */
    record Deadline(String taskId, String name, Instant due, boolean over) {}
}
