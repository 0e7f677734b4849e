package io.watchdesk.crisis;

import io.watchdesk.crisis.Deadlines.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** By how much a response was fast enough: every milestone from the first sighting, and every deadline. */
@Component
public class CrisisFigures {

    private static final Map<Deadline, Milestone> MEASURED = measured();

    private final Crises crises;
    private final CrisisResponse response;
    private final Deadlines deadlines;
    private final Clock clock;

    CrisisFigures(Crises crises, CrisisResponse response, Deadlines deadlines, Clock clock) {
        this.crises = crises;
        this.response = response;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The figures as they stand now. */
    @Transactional(readOnly = true)
    public Figures of(String crisisId) {
        Crisis crisis = crises.get(crisisId);
        List<Reached> milestones = new ArrayList<>();
        for (Milestone milestone : Milestone.values()) {
            Instant at = response.at(crisisId, milestone);
            milestones.add(new Reached(milestone, at, at == null ? null : seconds(crisis.firstSighted(), at)));
        }
        List<Clocked> clocked = new ArrayList<>();
        MEASURED.forEach((deadline, milestone) -> deadlines
                .budget(crisis.level(), deadline)
                .ifPresent(budget -> clocked.add(clocked(crisis, deadline, milestone, budget))));
        long hit =
                clocked.stream().filter(each -> each.standing() == Standing.HIT).count();
        long missed = clocked.stream()
                .filter(each -> each.standing() == Standing.MISSED)
                .count();
        return new Figures(
                crisisId,
                crisis.title(),
                crisis.level(),
                crisis.mode(),
                crisis.firstSighted(),
                milestones,
                clocked,
                hit,
                missed,
                hit + missed == 0 ? null : Math.round(100.0 * hit / (hit + missed)));
    }

    private Clocked clocked(Crisis crisis, Deadline deadline, Milestone milestone, Duration budget) {
        Instant from =
                deadline == Deadline.RETROSPECTIVE ? response.at(crisis.id(), Milestone.CLOSED) : crisis.firstSighted();
        Instant due = from == null ? null : from.plus(budget);
        Instant reached = response.at(crisis.id(), milestone);
        return new Clocked(deadline, budget.toSeconds(), due, reached, standing(due, reached));
    }

    private Standing standing(Instant due, Instant reached) {
        if (due == null) {
            return Standing.RUNNING;
        }
        if (reached == null) {
            return clock.instant().isAfter(due) ? Standing.MISSED : Standing.RUNNING;
        }
        return reached.isAfter(due) ? Standing.MISSED : Standing.HIT;
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }

    private static Map<Deadline, Milestone> measured() {
        Map<Deadline, Milestone> measured = new LinkedHashMap<>();
        measured.put(Deadline.TRIAGE, Milestone.TRIAGED);
        measured.put(Deadline.COMMAND, Milestone.COMMAND_ASSEMBLED);
        measured.put(Deadline.HOLDING_STATEMENT, Milestone.HOLDING_STATEMENT_OUT);
        measured.put(Deadline.FULL_STATEMENT, Milestone.FULL_STATEMENT_OUT);
        measured.put(Deadline.RETROSPECTIVE, Milestone.RETROSPECTIVE_HELD);
        return measured;
    }

    /**
     * @param hitPercent share of the deadlines met among those that are decided, or null while none is
     */
    public record Figures(
            String crisisId,
            String title,
            Level level,
            Crisis.Mode mode,
            Instant firstSighted,
            List<Reached> milestones,
            List<Clocked> deadlines,
            long hit,
            long missed,
            Long hitPercent) {}

    /**
     * @param at null while it was not reached
     * @param seconds from the first sighting
     */
    public record Reached(Milestone milestone, Instant at, Long seconds) {}

    /**
     * @param due null while its clock has not begun
     */
    public record Clocked(Deadline deadline, long budgetSeconds, Instant due, Instant reached, Standing standing) {}

    /** Whether a deadline was met. */
    public enum Standing {
        HIT,
        MISSED,
        RUNNING
    }
}
