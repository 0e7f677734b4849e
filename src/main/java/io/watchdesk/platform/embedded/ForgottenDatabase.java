package io.watchdesk.platform.embedded;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * After a failed write, as on a full disk, every late use of a connection to the closed database makes H2 forget the one
 * that was opened in its place. That one lives on for its own connections and keeps the file locked, and no further
 * connection can be made. The pool gives them back then, so that it closes and is opened for all.
 */
final class ForgottenDatabase extends DelegatingDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenDatabase.class);

    private final HikariDataSource pool;

    /** @param pool whose connections come from here */
    ForgottenDatabase(DataSource database, HikariDataSource pool) {
        super(database);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return super.getConnection();
        } catch (SQLException failure) {
            throw seen(failure);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        try {
            return super.getConnection(user, password);
        } catch (SQLException failure) {
            throw seen(failure);
        }
    }

    private SQLException seen(SQLException failure) {
        // At the start, when another process has the file, there is no pool yet.
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        if (failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1 && connections != null) {
            LOG.warn(
                    "The file of the database is locked by {} connections of an earlier time; they are given back.",
                    connections.getTotalConnections());
            connections.softEvictConnections();
        }
        return failure;
    }
}
