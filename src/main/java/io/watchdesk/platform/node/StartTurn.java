package io.watchdesk.platform.node;

import io.watchdesk.platform.NotStarted;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/**
 * Lets the nodes of one PostgreSQL start one after the other, from the first table until groups, rights, people and rotas
 * are there: each of these steps looks first and creates then, and two nodes that begin with an empty database would both
 * create. The turn is a lock of the database's session, so that it ends with a node that dies.
 */
@Component
class StartTurn implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(StartTurn.class);

    /** Any number that nobody else uses for an advisory lock of this database: the letters WATCHDSK. */
    private static final long LOCK = 0x574154434844B53L;

    /** One wait is shorter than the silence after which a connection counts as broken; together they are ten minutes. */
    private static final String ONE_WAIT = "20s";

    private static final int WAITS = 30;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DatabaseClock clock;
    private Connection turn;

    StartTurn(DatabaseClock clock) {
        this.clock = clock;
    }

    @Override
    public void migrate(Flyway flyway) {
        try {
            take(flyway.getConfiguration().getDataSource().getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked whether another node is starting.", e);
        }
        flyway.migrate();
    }

    private synchronized void take(Connection connection) throws SQLException {
        if (!Databases.isPostgres(connection)) {
            connection.close();
            return;
        }
        turn = connection;
        clock.check(connection);
        try (var statement = connection.createStatement()) {
            boolean free;
            try (var answer = statement.executeQuery("select pg_try_advisory_lock(%d)".formatted(LOCK))) {
                free = answer.next() && answer.getBoolean(1);
            }
            if (!free) {
                LOG.info("Another node is starting on this database; this one waits until it is ready.");
                statement.execute("set lock_timeout = '%s'".formatted(ONE_WAIT));
                wait(statement);
                statement.execute("reset lock_timeout");
            }
        }
    }

    private static void wait(Statement statement) throws SQLException {
        for (int wait = 1; wait <= WAITS; wait++) {
            try {
                statement.execute("select pg_advisory_lock(%d)".formatted(LOCK));
                return;
            } catch (SQLException e) {
                if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
        throw new NotStarted(
                "Another node has been starting on this database for more than 10 minutes.",
                "Look at that node's log; stop it if it hangs, then start this one again.",
                1);
    }

    /** The next node may start. */
    @EventListener(ApplicationReadyEvent.class)
    @PreDestroy
    synchronized void end() {
        if (turn == null) {
            return;
        }
        try (var statement = turn.createStatement()) {
            statement.execute("select pg_advisory_unlock(%d)".formatted(LOCK));
        } catch (SQLException e) {
            // The pool throws a broken connection away, and its lock goes with the session.
            LOG.warn("The turn to start could not be given back; it ends with its connection: {}", e.getMessage());
        } finally {
            JdbcUtils.closeConnection(turn);
            turn = null;
        }
    }
}
