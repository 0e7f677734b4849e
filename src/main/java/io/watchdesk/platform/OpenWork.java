package io.watchdesk.platform;

import java.time.Instant;
import java.util.List;

/**
 * All open user tasks that the current person may see: own ones, those of own groups, those of watched processes. Read in
 * pages, however many there are.
 */
public interface OpenWork {

    /** One page, the longest overdue first, then by due date; tasks without one come last, the oldest first. */
    Page page(Wish wish, int offset, int limit);

    /** The tasks of a page without counting all pages, for who knows the total already. */
    List<Waiting> tasks(Wish wish, int offset, int limit);

    /** How much waits at each step of each process, the most overdue first. */
    List<Step> steps();

    /** How much waits for each group, the most overdue first. A task of two groups counts for both. */
    List<Load> load();

    /**
     * Which tasks are wanted; null means any.
     *
     * @param group a candidate group
     * @param element the element in the model, for example {@code UserTask_WriteDraft}
     * @param businessKey what the process is about, for example {@code C-1001}
     * @param lateOnly only what is overdue
     */
    record Wish(String group, String element, String businessKey, boolean lateOnly) {}

    /** @param total how many there are on all pages together */
    record Page(List<Waiting> tasks, long total) {}

    /**
     * A task that waits.
     *
     * @param element the element in the model
     * @param process the id of the process
     * @param businessKey what the process is about, or null
     * @param assignee who claimed it, or null
     * @param groups whose members may claim it
     * @param due null for no date
     */
    record Waiting(
            String id,
            String name,
            String element,
            String process,
            String businessKey,
            String assignee,
            List<String> groups,
            Instant since,
            Instant due,
            boolean late) {}

    /** @param oldest since when the oldest waits */
    record Step(String process, String element, long waiting, long late, Instant oldest) {}

    /**
     * @param free not claimed by anybody
     * @param oldest since when the oldest waits
     */
    record Load(String group, long waiting, long free, long late, Instant oldest) {}
}
