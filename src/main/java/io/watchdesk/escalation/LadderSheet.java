package io.watchdesk.escalation;

import io.watchdesk.platform.Said;
import java.time.Instant;
import java.util.List;

/**
 * The ladder of a crisis as its tasks show it.
 *
 * @param level lower-camel text
 * @param since the first sighting
 * @param holder display name, or null
 * @param help why help is called for, sentences; empty when it is not
 * @param tiers to which it can be climbed by hand
 * @param people who could take the crisis over
 */
public record LadderSheet(
        String crisisId,
        String title,
        String level,
        @Said(orTyped = true) List<String> reasons,
        Instant since,
        String holder,
        int step,
        int tier,
        int loop,
        Instant nextClimbAt,
        List<Ladder.Paged> paged,
        @Said(orTyped = true) List<String> help,
        List<Integer> tiers,
        List<Somebody> people) {

    /** A person with the name to show. */
    public record Somebody(String id, String name) {}
}
