package io.watchdesk.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutageTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "08006, 0, connection failed",
        "57P01, 0, server is stopped by its administrator",
        "57P03, 0, server is starting",
        "53300, 0, server has no room for another caller",
        "90098, 90098, H2 has closed its file"
    })
    void a_database_that_cannot_be_asked_is_an_outage_and_nothing_was_saved(String state, int code, String what) {
        var failure = new CannotCreateTransactionException("None.", new SQLException(what, state, code));

        assertThat(Outage.behind(failure)).contains(Outage.BEFORE_COMMIT);
        assertThat(Outage.BEFORE_COMMIT.sentence()).contains("temporarily unavailable; nothing was saved");
    }

    @Test
    void a_pool_without_a_free_connection_is_an_outage() {
        var failure = new DataAccessResourceFailureException(
                "None.", new SQLTransientConnectionException("request timed out after 5000ms"));

        assertThat(Outage.behind(failure)).contains(Outage.BEFORE_COMMIT);
    }

    /** The first failure ended the connection; Spring tells of the second one alone. */
    @Test
    void a_transaction_under_way_that_cannot_even_be_undone_is_an_outage_and_nothing_was_saved() {
        var failure = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));

        assertThat(Outage.behind(failure)).contains(Outage.BEFORE_COMMIT);
        assertThat(Outage.behind(
                        new TransactionSystemException("JDBC commit failed", new SQLException("Connection is closed"))))
                .contains(Outage.AT_COMMIT);
    }

    @Test
    void of_a_commit_that_was_interrupted_nobody_says_that_nothing_was_saved() {
        SQLException lost = new SQLException("connection lost", "08006");

        assertThat(Outage.behind(new TransactionSystemException("Could not commit.", lost)))
                .contains(Outage.AT_COMMIT);
        assertThat(Outage.behind(new DataAccessResourceFailureException("JDBC commit; connection lost", lost)))
                .contains(Outage.AT_COMMIT);
        assertThat(Outage.AT_COMMIT.sentence()).contains("not known whether this was saved");
    }

    @Test
    void other_failures_are_no_outage() {
        assertThat(Outage.behind(new DuplicateKeyException("Twice.", new SQLException("twice", "23505"))))
                .isEmpty();
        assertThat(Outage.behind(new IllegalStateException("A bug."))).isEmpty();
    }
}
