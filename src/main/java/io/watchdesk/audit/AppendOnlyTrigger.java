package io.watchdesk.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** Refuses every change of a written audit entry on H2, which calls it by name; PostgreSQL has a trigger of its own. */
public class AppendOnlyTrigger implements Trigger {

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException("The audit log is append only: the change of an entry is refused.");
    }
}
