package io.watchdesk.desk.crisis;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Deadlines;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Demands;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.desk.crisis.Situation.ClockLine;
import io.watchdesk.escalation.LadderSheet;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.statement.Audience;
import io.watchdesk.statement.StatementClocks;
import io.watchdesk.statement.Times;
import io.watchdesk.statement.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which clocks of a crisis run, and until when; a promise that was given counts before the table. */
@Component
class ShownClocks {

    /** Each of these ends with its milestone. */
    private static final Map<Deadline, Milestone> ENDS = ends();

    private static final List<Deadline> OF_STATEMENTS = List.of(Deadline.HOLDING_STATEMENT, Deadline.FULL_STATEMENT);

    private final CrisisResponse response;
    private final Demands demands;
    private final Deadlines deadlines;
    private final StatementClocks statements;
    private final Updates updates;

    ShownClocks(
            CrisisResponse response,
            Demands demands,
            Deadlines deadlines,
            StatementClocks statements,
            Updates updates) {
        this.response = response;
        this.demands = demands;
        this.deadlines = deadlines;
        this.statements = statements;
        this.updates = updates;
    }

    /** Soonest first; overdue ones too. */
    List<ClockLine> of(Crisis crisis, LadderSheet ladder) {
        List<ClockLine> clocks = new ArrayList<>();
        if (!crisis.open()) {
            return clocks;
        }
        if (crisis.holder() == null && ladder.nextClimbAt() != null) {
            clocks.add(new ClockLine("acknowledgement", ladder.nextClimbAt()));
        }
        if (crisis.state() == Crisis.State.CLOSING) {
            add(clocks, Deadline.QUIET_PERIOD, deadlines.due(crisis.id(), Deadline.QUIET_PERIOD));
            return clocks;
        }
        if (crisis.holder() != null) {
            add(clocks, Deadline.RECONFIRMATION, deadlines.due(crisis.id(), Deadline.RECONFIRMATION));
        }
        boolean spoken = !demands.of(crisis).statements().isEmpty();
        ENDS.forEach((deadline, milestone) -> {
            if (response.at(crisis.id(), milestone) == null && (spoken || !OF_STATEMENTS.contains(deadline))) {
                add(clocks, deadline, deadlines.due(crisis.id(), deadline));
            }
        });
        add(clocks, Deadline.INTERNAL_UPDATE, due(crisis, Audience.INTERNAL));
        if (updates.of(crisis.id()).stream().anyMatch(update -> update.audience() == Audience.PUBLIC)) {
            add(clocks, Deadline.PUBLIC_UPDATE, due(crisis, Audience.PUBLIC));
        }
        clocks.sort(Comparator.comparing(ClockLine::due));
        return clocks;
    }

    private Optional<Instant> due(Crisis crisis, Audience audience) {
        return statements.of(crisis.id(), audience).map(Times::due);
    }

    private static void add(List<ClockLine> clocks, Deadline deadline, Optional<Instant> due) {
        due.ifPresent(at -> clocks.add(new ClockLine(Outcomes.text(deadline), at)));
    }

    private static Map<Deadline, Milestone> ends() {
        Map<Deadline, Milestone> ends = new LinkedHashMap<>();
        ends.put(Deadline.TRIAGE, Milestone.TRIAGED);
        ends.put(Deadline.COMMAND, Milestone.COMMAND_ASSEMBLED);
        ends.put(Deadline.HOLDING_STATEMENT, Milestone.HOLDING_STATEMENT_OUT);
        ends.put(Deadline.FULL_STATEMENT, Milestone.FULL_STATEMENT_OUT);
        return ends;
    }
}
