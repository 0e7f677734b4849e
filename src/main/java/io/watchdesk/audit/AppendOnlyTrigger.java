package io.watchdesk.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.h2.api.Trigger;

/**
 * Refuses every change of a written audit entry on H2, which calls it by name, except for a redaction that is accounted
 * for; PostgreSQL has a trigger of its own.
 */
public class AppendOnlyTrigger implements Trigger {

    /** What a redaction leaves as it is: everything that the chain stands on. */
    private static final List<String> KEPT = List.of("sequence", "at", "action", "previous_hash", "hash", "commitment");

    private static final String ENTRIES = "audit_entry";

    private final Map<String, Integer> columns = new HashMap<>();
    private String schema;
    private boolean redactable;

    /** While a table is altered it has another name behind its own, and its old columns. */
    @Override
    public void init(Connection connection, String schema, String name, String table, boolean before, int operation) {
        this.schema = schema;
        this.redactable = table.toLowerCase(Locale.ROOT).startsWith(ENTRIES);
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        if (after == null || !redactable || !isRedaction(connection, before, after)) {
            throw new SQLException("The audit log is append only: the change of an entry is refused.");
        }
    }

    private void learn(Connection connection) throws SQLException {
        columns.clear();
        try (ResultSet found =
                connection.getMetaData().getColumns(null, schema, ENTRIES.toUpperCase(Locale.ROOT), null)) {
            while (found.next()) {
                columns.put(
                        found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT), found.getInt("ORDINAL_POSITION") - 1);
            }
        }
    }

    private boolean isRedaction(Connection connection, Object[] before, Object[] after) throws SQLException {
        if (columns.size() != before.length) {
            learn(connection);
        }
        for (String column : KEPT) {
            if (!same(column, before, after)) {
                return false;
            }
        }
        return !same("salt", before, after)
                && !same("redacted_by", before, after)
                && accountedFor(connection, value("redacted_by", after), value("sequence", after));
    }

    private boolean accountedFor(Connection connection, Object record, Object sequence) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select 1 from audit_redaction where record_id = ? and sequence = ?")) {
            query.setObject(1, record);
            query.setObject(2, sequence);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private boolean same(String column, Object[] before, Object[] after) {
        return Objects.equals(value(column, before), value(column, after));
    }

    private Object value(String column, Object[] row) {
        Integer place = columns.get(column);
        return place == null || place >= row.length ? null : row[place];
    }
}
