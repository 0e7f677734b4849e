package io.watchdesk.platform.node;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.env.Environment;

/** Which of the two databases it is. */
final class Databases {

    private Databases() {}

    static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /** Whether the settings name the embedded database, in a file or in memory, which serves one process only. */
    static boolean isEmbedded(Environment environment) {
        return environment.getProperty("spring.datasource.url", "").regionMatches(true, 0, "jdbc:h2:", 0, 8);
    }
}
