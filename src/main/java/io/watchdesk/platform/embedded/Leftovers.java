package io.watchdesk.platform.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.h2.engine.SessionLocal;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.table.Table;
import org.h2.value.VersionedValue;

/**
 * What a kill may leave in the file of the embedded database (decision 0034): a change of a transaction that was open,
 * without the entry by which H2 undoes it. Until the row is written next, whoever gets the number of that transaction
 * reads the change as his own, and an index may name a row that its table has not. Works on a database that nobody else
 * has open and in which no transaction is open, so that each change that is not committed is such a leftover.
 */
final class Leftovers {

    /** The names that H2 gives to the stored maps of a table's rows and of its indexes. */
    private static final List<String> OF_TABLES = List.of("table.", "index.");

    private final SessionLocal session;
    private final MVStore store;

    Leftovers(Connection connection) throws SQLException {
        session = EmbeddedStore.session(connection);
        store = EmbeddedStore.of(connection);
    }

    /** Undoes them; nothing of it is in the file before {@link #keep}. Answers how many there were. */
    int undo() {
        return store.getMapNames().stream()
                .filter(name -> OF_TABLES.stream().anyMatch(name::startsWith))
                .mapToInt(name -> undo(store.openMap(name)))
                .sum();
    }

    private static int undo(MVMap<Object, Object> map) {
        int undone = 0;
        // A cursor reads the map as it was when it was made, so the map may be changed meanwhile.
        Cursor<Object, Object> rows = map.cursor(null);
        while (rows.hasNext()) {
            Object key = rows.next();
            if (rows.getValue() instanceof VersionedValue<?> value && value.getOperationId() != 0) {
                Object committed = value.getCommittedValue();
                if (committed == null) {
                    map.remove(key);
                } else {
                    map.put(key, committed);
                }
                undone++;
            }
        }
        return undone;
    }

    /** The tables whose indexes do not hold as many rows as the table itself: they hold half of a transaction. */
    List<String> halves() {
        return session.getDatabase().getAllSchemasNoMeta().stream()
                .flatMap(schema -> schema.getAllTablesAndViews(session).stream())
                .filter(table -> rowsByIndex(table).distinct().count() > 1)
                .map(Table::getName)
                .sorted()
                .toList();
    }

    private LongStream rowsByIndex(Table table) {
        return Stream.ofNullable(table.getIndexes())
                .flatMap(List::stream)
                .mapToLong(index -> index.getRowCount(session));
    }

    /** Writes what was undone into the file. */
    void keep() {
        store.commit();
    }
}
