package io.watchdesk.platform.node;

import io.watchdesk.platform.NotStarted;
import io.watchdesk.platform.ThisNode;
import io.watchdesk.platform.Watched;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * How far this machine's clock is from that of the database server, which all nodes share: deadlines, locks of jobs and the
 * self-watch compare times that several nodes wrote. The embedded database has the machine's own clock.
 */
@Component
class DatabaseClock implements Watched {

    private static final int SAMPLES = 3;

    private final DataSource database;
    private final NodeSettings settings;
    private final ThisNode node;
    /** The machine's, whatever a test does with the engine's. */
    private final Clock machine;

    @org.springframework.beans.factory.annotation.Autowired
    DatabaseClock(DataSource database, NodeSettings settings, ThisNode node) {
        this(database, settings, node, Clock.systemUTC());
    }

    DatabaseClock(DataSource database, NodeSettings settings, ThisNode node, Clock machine) {
        this.database = database;
        this.settings = settings;
        this.node = node;
        this.machine = machine;
    }

    /** @throws NotStarted when the clocks differ by more than the settings allow */
    void check(Connection connection) throws SQLException {
        Duration offset = offset(connection);
        if (tooFar(offset)) {
            throw new NotStarted(
                    "The clock of this machine is %s s %s that of the database; at most %s s are allowed."
                            .formatted(
                                    seconds(offset.abs()),
                                    offset.isNegative() ? "behind" : "ahead of",
                                    seconds(settings.clockOffset())),
                    "Let NTP or chrony set the clocks of this machine and of the database server, then start again.",
                    2);
        }
    }

    @Override
    public List<Trouble> troubles() {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            Duration offset = offset(connection);
            return tooFar(offset)
                    ? List.of(new Trouble(
                            "clock",
                            "The clock of %s is %s s %s that of the database: deadlines, job locks and alarms become unsure. Let NTP or chrony set both clocks."
                                    .formatted(
                                            node.name(),
                                            seconds(offset.abs()),
                                            offset.isNegative() ? "behind" : "ahead of")))
                    : List.of();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell the time.", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    @Override
    public boolean ofThisMachine() {
        return true;
    }

    /** Machine minus database, of the quickest of a few answers; positive when the machine is ahead. */
    private Duration offset(Connection connection) throws SQLException {
        if (!Databases.isPostgres(connection)) {
            return Duration.ZERO;
        }
        Duration quickest = null;
        Duration offset = Duration.ZERO;
        try (var statement = connection.createStatement()) {
            for (int sample = 0; sample < SAMPLES; sample++) {
                Instant before = machine.instant();
                try (var answer = statement.executeQuery("select clock_timestamp()")) {
                    answer.next();
                    Instant there = answer.getObject(1, OffsetDateTime.class).toInstant();
                    Duration took = Duration.between(before, machine.instant());
                    if (quickest == null || took.compareTo(quickest) < 0) {
                        quickest = took;
                        offset = Duration.between(there, before.plus(took.dividedBy(2)));
                    }
                }
            }
        }
        return offset;
    }

    private boolean tooFar(Duration offset) {
        return offset.abs().compareTo(settings.clockOffset()) > 0;
    }

    private static String seconds(Duration time) {
        return "%.1f".formatted(time.toMillis() / 1000.0);
    }
}
