package io.watchdesk.statement;

import io.watchdesk.crisis.CrisisEnded;
import io.watchdesk.crisis.LevelChanged;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.crisis.MilestoneReached;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens in a crisis and concerns its statements; in the transaction in which it happens. */
@Component
class StatementEvents {

    /** What nobody needs any more once a phase is over. */
    private static final Map<Milestone, Set<Kind>> OVERTAKEN = Map.of(
            Milestone.FULL_STATEMENT_OUT, EnumSet.of(Kind.HOLDING, Kind.UPDATE),
            Milestone.DECLARED_OVER, EnumSet.of(Kind.HOLDING, Kind.FULL, Kind.UPDATE),
            Milestone.RESOLUTION_OUT, EnumSet.allOf(Kind.class));

    private final StatementStore store;
    private final StatementRelease release;
    private final StatementClocks clocks;
    private final StatementProcess process;

    StatementEvents(StatementStore store, StatementRelease release, StatementClocks clocks, StatementProcess process) {
        this.store = store;
        this.release = release;
        this.clocks = clocks;
        this.process = process;
    }

    @EventListener
    void phaseMovedOn(MilestoneReached reached) {
        Set<Kind> overtaken = OVERTAKEN.getOrDefault(reached.milestone(), Set.of());
        store.ofCrisis(reached.crisisId()).stream()
                .filter(statement -> statement.unfinished() && overtaken.contains(statement.kind()))
                .forEach(statement -> release.supersede(statement, reason(reached.milestone())));
        process.updateDemanded(reached.crisisId());
    }

    @EventListener
    void levelChanged(LevelChanged changed) {
        clocks.levelChanged(changed.crisis().id());
        process.updateDemanded(changed.crisis().id());
    }

    @EventListener
    void ended(CrisisEnded ended) {
        store.ofCrisis(ended.crisis().id()).stream()
                .filter(Statement::unfinished)
                .forEach(statement -> release.drop(statement.id(), "The crisis is over."));
    }

    private static String reason(Milestone milestone) {
        return switch (milestone) {
            case FULL_STATEMENT_OUT -> "The full statement is out.";
            case DECLARED_OVER -> "The crisis is declared over.";
            default -> "The resolution message is out.";
        };
    }
}
