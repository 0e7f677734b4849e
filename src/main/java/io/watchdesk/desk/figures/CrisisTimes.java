package io.watchdesk.desk.figures;

import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Milestone;
import java.util.List;
import java.util.Map;

/**
 * How fast crises of a period were answered, drills and false alarms aside.
 *
 * @param crises how many real ones were opened
 * @param falseAlarms how many more were none
 * @param times from the first sighting to each milestone
 * @param deadlines by deadline, met among those that are decided
 * @param levels how many of each level, gravest first, and how fast they were taken
 */
public record CrisisTimes(
        long crises,
        long falseAlarms,
        Map<Milestone, Spread> times,
        Map<Deadline, Share> deadlines,
        List<ByLevel> levels) {

    /** All deadlines together. */
    public Share hit() {
        return new Share(
                deadlines.values().stream().mapToLong(Share::part).sum(),
                deadlines.values().stream().mapToLong(Share::whole).sum());
    }

    /**
     * @param level lower-camel text
     * @param acknowledged its count are those that somebody took
     */
    public record ByLevel(String level, long crises, Spread acknowledged) {}
}
