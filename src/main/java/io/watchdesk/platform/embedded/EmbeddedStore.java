package io.watchdesk.platform.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/** What H2 has below its SQL: the session of a connection, and the file with the maps of all tables and indexes. */
final class EmbeddedStore {

    private EmbeddedStore() {}

    static SessionLocal session(Connection connection) throws SQLException {
        return (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    }

    static MVStore of(Connection connection) throws SQLException {
        return session(connection).getDatabase().getStore().getMvStore();
    }
}
