package io.watchdesk.crisis;

import io.watchdesk.platform.Decisions;
import io.watchdesk.platform.Outcomes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the decision table {@code crisis-deadlines}. */
@Component
@Transactional
class DeadlineTable implements Deadlines {

    private static final String DECISION = "crisis-deadlines";
    private static final int ALL = 100;

    private final Decisions decisions;
    private final CrisisBook book;
    private final Timeline timeline;
    private final Clock clock;

    DeadlineTable(Decisions decisions, CrisisBook book, Timeline timeline, Clock clock) {
        this.decisions = decisions;
        this.book = book;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> budget(Level level, Deadline deadline) {
        return row(level, deadline, Duration.ZERO).map(Row::budget);
    }

    @Override
    public Optional<Instant> due(String crisisId, Deadline deadline) {
        return at(crisisId, deadline, Mark.DUE);
    }

    @Override
    public Optional<Instant> at(String crisisId, Deadline deadline, Mark mark) {
        Crisis crisis = book.get(crisisId);
        Duration age = Duration.between(crisis.firstSighted(), clock.instant());
        return row(crisis.level(), deadline, age).map(row -> row.at(mark, start(crisis, deadline)));
    }

    @Override
    public Optional<Instant> at(Level level, Deadline deadline, Mark mark, Instant from) {
        return row(level, deadline, Duration.between(from, clock.instant())).map(row -> row.at(mark, from));
    }

    @Override
    public void wind(String crisisId, Deadline deadline) {
        book.wind(crisisId, deadline.name(), clock.instant());
    }

    private Instant start(Crisis crisis, Deadline deadline) {
        return switch (deadline) {
            case RECONFIRMATION -> timeline.lastActivity(crisis.id());
            case RETROSPECTIVE -> crisis.closedAt() == null ? clock.instant() : crisis.closedAt();
            case RERATING, QUIET_PERIOD ->
                book.wound(crisis.id(), deadline.name()).orElse(crisis.openedAt());
            default -> book.wound(crisis.id(), deadline.name()).orElse(crisis.firstSighted());
        };
    }

    private Optional<Row> row(Level level, Deadline deadline, Duration age) {
        Map<String, Object> hit = decisions
                .lookUp(DECISION, Map.of("clock", Outcomes.text(deadline), "crisisAge", (int)
                        Math.max(0, age.toMinutes())))
                .get(0);
        return Optional.ofNullable((Integer) hit.get(Outcomes.text(level)))
                .map(minutes -> new Row(Duration.ofMinutes(minutes), (Integer) hit.get("warningPercent"), (Integer)
                        hit.get("lastWarningPercent")));
    }

    /** What the table says about one clock at one level. */
    private record Row(Duration budget, int warningPercent, int lastWarningPercent) {

        Instant at(Mark mark, Instant start) {
            int percent = switch (mark) {
                case WARNING -> warningPercent;
                case LAST_WARNING -> lastWarningPercent;
                case DUE -> ALL;
            };
            return start.plus(budget.multipliedBy(percent).dividedBy(ALL));
        }
    }
}
