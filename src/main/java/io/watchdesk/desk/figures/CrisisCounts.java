package io.watchdesk.desk.figures;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Deadlines;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.desk.figures.CrisisTimes.ByLevel;
import io.watchdesk.platform.Outcomes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Measures the crises of a period; a deadline counts as in {@link io.watchdesk.crisis.CrisisFigures}. */
@Repository
class CrisisCounts {

    /** What is shown, in the order in which it happens. */
    private static final List<Milestone> SHOWN = List.of(
            Milestone.PAGED,
            Milestone.ACKNOWLEDGED,
            Milestone.RATED,
            Milestone.HELD,
            Milestone.TRIAGED,
            Milestone.COMMAND_ASSEMBLED,
            Milestone.HOLDING_STATEMENT_OUT,
            Milestone.FULL_STATEMENT_OUT,
            Milestone.CLOSED);

    private final JdbcClient jdbc;
    private final Deadlines deadlines;
    private final Clock clock;

    CrisisCounts(JdbcClient jdbc, Deadlines deadlines, Clock clock) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    CrisisTimes of(Period period) {
        List<Row> all = rows(period);
        List<Row> real = all.stream()
                .filter(row -> row.state() != Crisis.State.FALSE_ALARM)
                .toList();
        Map<Milestone, Spread> times = new EnumMap<>(Milestone.class);
        SHOWN.forEach(milestone -> times.put(milestone, times(real, milestone)));
        return new CrisisTimes(real.size(), all.size() - real.size(), times, deadlines(real), levels(real));
    }

    /** The milestones of {@link CrisisTimes#times} in the order in which they happen. */
    static List<Milestone> shown() {
        return SHOWN;
    }

    private static Spread times(List<Row> rows, Milestone milestone) {
        return Spread.of(rows.stream()
                .filter(row -> row.at(milestone) != null)
                .map(row -> (double)
                        Duration.between(row.sighted(), row.at(milestone)).toSeconds())
                .toList());
    }

    private Map<Deadline, Share> deadlines(List<Row> rows) {
        Map<Deadline, Share> shares = new EnumMap<>(Deadline.class);
        for (Measured measured : Measured.values()) {
            Map<Level, Optional<Duration>> budgets = new EnumMap<>(Level.class);
            long hit = 0;
            long decided = 0;
            for (Row row : rows) {
                Optional<Duration> budget =
                        budgets.computeIfAbsent(row.level(), level -> deadlines.budget(level, measured.deadline));
                Boolean met = budget.map(known -> met(row, measured, known)).orElse(null);
                decided += met == null ? 0 : 1;
                hit += Boolean.TRUE.equals(met) ? 1 : 0;
            }
            shares.put(measured.deadline, new Share(hit, decided));
        }
        return shares;
    }

    /** Null while it still runs. */
    private Boolean met(Row row, Measured measured, Duration budget) {
        Instant from = measured.deadline == Deadline.RETROSPECTIVE ? row.at(Milestone.CLOSED) : row.sighted();
        if (from == null) {
            return null;
        }
        Instant due = from.plus(budget);
        Instant reached = row.at(measured.milestone);
        if (reached == null) {
            return clock.instant().isAfter(due) ? Boolean.FALSE : null;
        }
        return !reached.isAfter(due);
    }

    private static List<ByLevel> levels(List<Row> rows) {
        return Arrays.stream(Level.values())
                .sorted(Comparator.reverseOrder())
                .map(level -> {
                    List<Row> mine =
                            rows.stream().filter(row -> row.level() == level).toList();
                    return new ByLevel(Outcomes.text(level), mine.size(), times(mine, Milestone.ACKNOWLEDGED));
                })
                .toList();
    }

    private List<Row> rows(Period period) {
        Map<String, Row> rows = new java.util.LinkedHashMap<>();
        jdbc.sql("""
                        select c.id, c.level, c.state, c.first_sighted, m.milestone, m.at
                        from crisis c left join crisis_milestone m on m.crisis_id = c.id
                        where c.mode = 'REAL' and c.opened_at >= :from and c.opened_at < :to
                        """)
                .param("from", ContentCounts.utc(period.start()))
                .param("to", ContentCounts.utc(period.end()))
                .query((ResultSet row) -> read(row, rows));
        return new ArrayList<>(rows.values());
    }

    private static void read(ResultSet row, Map<String, Row> rows) throws SQLException {
        String id = row.getString("id");
        if (!rows.containsKey(id)) {
            rows.put(
                    id,
                    new Row(
                            Level.valueOf(row.getString("level")),
                            Crisis.State.valueOf(row.getString("state")),
                            instant(row, "first_sighted"),
                            new EnumMap<>(Milestone.class)));
        }
        if (row.getString("milestone") != null) {
            rows.get(id).reached().put(Milestone.valueOf(row.getString("milestone")), instant(row, "at"));
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private enum Measured {
        TRIAGE(Deadline.TRIAGE, Milestone.TRIAGED),
        COMMAND(Deadline.COMMAND, Milestone.COMMAND_ASSEMBLED),
        HOLDING_STATEMENT(Deadline.HOLDING_STATEMENT, Milestone.HOLDING_STATEMENT_OUT),
        FULL_STATEMENT(Deadline.FULL_STATEMENT, Milestone.FULL_STATEMENT_OUT),
        RETROSPECTIVE(Deadline.RETROSPECTIVE, Milestone.RETROSPECTIVE_HELD);

        private final Deadline deadline;
        private final Milestone milestone;

        Measured(Deadline deadline, Milestone milestone) {
            this.deadline = deadline;
            this.milestone = milestone;
        }
    }

    private record Row(Level level, Crisis.State state, Instant sighted, Map<Milestone, Instant> reached) {

        Instant at(Milestone milestone) {
            return reached.get(milestone);
        }
    }
}
