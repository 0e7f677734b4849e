package io.watchdesk.crisis;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** Refuses every change of an entry of a time line on H2, which calls it by name; PostgreSQL has a trigger of its own. */
public class TimelineTrigger implements Trigger {

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException("The time line of a crisis is append only: the change of an entry is refused.");
    }
}
