package io.watchdesk.crisis;

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
 * Refuses every change of an entry of a time line on H2, which calls it by name, unless a destruction that is under way has
 * a permit for its crisis; PostgreSQL has a trigger of its own.
 */
public class TimelineTrigger implements Trigger {

    /** What even a permit does not change. */
    private static final List<String> KEPT = List.of("id", "crisis_id", "at", "kind", "activity");

    private final Map<String, Integer> columns = new HashMap<>();

    @Override
    public void init(Connection connection, String schema, String name, String table, boolean before, int operation)
            throws SQLException {
        try (ResultSet found = connection.getMetaData().getColumns(null, schema, table, null)) {
            while (found.next()) {
                columns.put(
                        found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT), found.getInt("ORDINAL_POSITION") - 1);
            }
        }
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        boolean keeps = after == null
                || KEPT.stream().map(columns::get).allMatch(place -> Objects.equals(before[place], after[place]));
        if (!keeps || !permitted(connection, before[columns.get("crisis_id")])) {
            throw new SQLException("The time line of a crisis is append only: the change of an entry is refused.");
        }
    }

    private static boolean permitted(Connection connection, Object crisisId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select 1 from destruction_permit where table_name = 'crisis_timeline' and row_key = ?")) {
            query.setObject(1, crisisId);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }
}
