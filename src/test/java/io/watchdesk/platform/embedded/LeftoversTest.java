package io.watchdesk.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.platform.NotStarted;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as H2 leaves them when it is killed between the maps of one state. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeftoversTest {

    private static final int ROWS = 50;

    @TempDir
    private Path home;

    private PlayedDatabase database;

    @BeforeEach
    void a_database_with_an_index() throws Exception {
        database = new PlayedDatabase(home.resolve("data"));
        database.confirm(1, ROWS);
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("create index confirmed_text on confirmed (text)");
        }
    }

    @Test
    void rows_of_a_transaction_that_nothing_undoes_are_undone_before_anybody_reads_them() throws Exception {
        killedWithoutItsLog("insert into confirmed values (1000, 'never confirmed')");
        killedWithoutItsLog("delete from confirmed where id = 7");
        killedWithoutItsLog("update confirmed set text = 'never confirmed' where id = 8");
        assertThat(database.confirmed())
                .as("H2 itself reads them as if they were its own")
                .isNotEqualTo(ROWS);
        database.crash();

        long before = database.inspect().orElseThrow();

        assertThat(database.confirmed()).isEqualTo(ROWS);
        assertThat(byIndex()).isEqualTo(ROWS);
        assertThat(database.inspect().orElseThrow())
                .as("what was undone is in the file")
                .isGreaterThanOrEqualTo(before);
        try (Connection connection = database.open()) {
            assertThat(new Leftovers(connection).undo()).isZero();
        }
    }

    @Test
    void half_of_a_transaction_is_refused_at_every_start() throws Exception {
        try (Connection connection = database.open()) {
            MVStore store = EmbeddedStore.of(connection);
            String index = store.getMapNames().stream()
                    .filter(name ->
                            name.startsWith("index.") && store.openMap(name).sizeAsLong() == ROWS)
                    .findFirst()
                    .orElseThrow();
            store.openMap(index).remove(store.openMap(index).firstKey());
            store.commit();
        }
        database.crash();

        for (int start = 0; start < 2; start++) {
            assertThatThrownBy(database::inspect)
                    .isInstanceOf(NotStarted.class)
                    .hasMessageContaining("half of a transaction")
                    .hasMessageContaining("CONFIRMED");
        }
    }

    /** A state of the file that has a change, and not yet the entry that undoes it. */
    private void killedWithoutItsLog(String change) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(change);
            MVStore store = EmbeddedStore.of(connection);
            store.getMapNames().stream()
                    .filter(name -> name.startsWith("undoLog"))
                    .forEach(name -> store.openMap(name).clear());
            store.commit();
            try (Connection killer = database.open();
                    Statement kill = killer.createStatement()) {
                kill.execute("shutdown immediately");
            }
        } catch (SQLException dead) {
            assertThat(dead.getErrorCode()).isEqualTo(ErrorCode.DATABASE_IS_CLOSED);
        }
    }

    private long byIndex() throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(id) from confirmed use index (confirmed_text) where text >= '' and length(text) = 900")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
