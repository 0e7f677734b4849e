package io.watchdesk.platform.settings;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in a sentence that a start found no way into the database; else it would be a hundred lines of an exception. */
class DatabaseAwayAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    DatabaseAwayAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, SQLException first) {
        SQLException last = first;
        for (Throwable cause = first; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            last = cause instanceof SQLException inner ? inner : last;
        }
        String state = last.getSQLState() == null ? "" : last.getSQLState();
        // The classes of the SQL standard: connection exceptions, invalid authorization; PostgreSQL's "no such
        // database".
        boolean refused = state.startsWith("28") || state.equals("3D000");
        if (!refused && !state.startsWith("08")) {
            return null;
        }
        String address =
                environment.getProperty("spring.datasource.url", "its address").replaceAll("[?;].*", "");
        return new FailureAnalysis(
                "%s %s: %s"
                        .formatted(
                                refused ? "Watchdesk was not let into the database" : "The database does not answer at",
                                address,
                                last.getMessage()),
                refused
                        ? "Compare spring.datasource.url, username and password with what the database server knows."
                        : "Start the database server, or mend spring.datasource.url and the network between. Then start again.",
                root);
    }
}
