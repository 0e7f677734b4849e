package io.watchdesk.platform.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionSystemException;

/**
 * A request that failed because the database could not be asked: the fault is ours, it passes, and whether anything was
 * saved is known unless the connection broke while it was being committed.
 */
enum Outage {
    BEFORE_COMMIT("Watchdesk is temporarily unavailable; nothing was saved. Please try again in a moment."),
    AT_COMMIT(
            "Watchdesk was interrupted at the last moment, and it is not known whether this was saved. Please reload in"
                    + " a moment and look before you do it again.");

    /** Seconds after which it is worth trying again. */
    static final String RETRY_AFTER = "10";

    /** Of H2: database closed, connection broken, database is closed by interruption, already closed. */
    private static final Set<Integer> H2_GONE = Set.of(90098, 90067, 90121, 90028);

    /**
     * What the pool says, without a state, of a connection that it took away after the first failure: whoever undoes a
     * transaction that was under way then hears only this.
     */
    private static final String TAKEN_AWAY = "Connection is closed";

    private final String sentence;

    Outage(String sentence) {
        this.sentence = sentence;
    }

    /** For people. */
    String sentence() {
        return sentence;
    }

    /** The outage behind this failure, or empty when it is another kind of failure. */
    static Optional<Outage> behind(Throwable failure) {
        boolean gone = false;
        boolean committing = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            gone |= cause instanceof SQLException problem && isGone(problem);
            committing |= isCommitting(cause);
        }
        return gone ? Optional.of(committing ? AT_COMMIT : BEFORE_COMMIT) : Optional.empty();
    }

    /** What failed while it was undone was not committed either. */
    private static boolean isCommitting(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        return cause instanceof TransactionSystemException && !said.contains("JDBC rollback")
                || cause instanceof DataAccessException && said.contains("JDBC commit");
    }

    /** Class 08 is a lost connection, 57P a server that ends or starts, 53 one that has no room for a caller. */
    private static boolean isGone(SQLException problem) {
        String state = problem.getSQLState();
        return problem instanceof SQLTransientConnectionException
                || problem instanceof SQLNonTransientConnectionException
                || problem instanceof SQLRecoverableException
                || state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"))
                || TAKEN_AWAY.equals(problem.getMessage())
                || H2_GONE.contains(problem.getErrorCode());
    }
}
