package io.watchdesk.publishing;

import io.watchdesk.content.Category;
import io.watchdesk.content.Format;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** The policy that says when which kind of post goes out (decision {@code publish-slot}). */
public interface SlotRules {

    /** The rule for a kind of post on a platform, or empty: a person chooses the time. */
    Optional<Rule> ruleFor(Format format, Category category, String platform);

    /**
     * @param days weekdays in the account's zone, never empty
     * @param times local times of these days, never empty
     */
    record Rule(Set<DayOfWeek> days, SortedSet<LocalTime> times) {}
}
