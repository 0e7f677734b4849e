package io.watchdesk.crisis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of actions, without any rule. */
@Component
class ActionRows {

    private final JdbcClient jdbc;

    ActionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Action insert(
            String crisisId, Action.Origin origin, String title, String owner, Instant due, String by, Instant at) {
        String id = "A-"
                + jdbc.sql("select nextval('crisis_action_number')")
                        .query(Long.class)
                        .single();
        jdbc.sql("""
                        insert into crisis_action (id, crisis_id, origin, title, owner, due_at, state, agreed_by, agreed_at)
                        values (?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)
                        """)
                .params(id, crisisId, origin.name(), title, owner, utc(due), by, utc(at))
                .update();
        return one("where id = ?", id).orElseThrow();
    }

    Optional<Action> find(String id) {
        return one("where id = ?", id);
    }

    Optional<Action> lock(String id) {
        return one("where id = ? for update", id);
    }

    List<Action> ofCrisis(String crisisId) {
        return all("where crisis_id = ? order by length(id), id", crisisId);
    }

    List<Action> withoutProcess(String crisisId) {
        return all("where crisis_id = ? and followed_since is null order by length(id), id for update", crisisId);
    }

    void followed(String id, Instant at) {
        jdbc.sql("update crisis_action set followed_since = ? where id = ?")
                .params(utc(at), id)
                .update();
    }

    void owner(String id, String owner) {
        jdbc.sql("update crisis_action set owner = ? where id = ?")
                .params(owner, id)
                .update();
    }

    void ended(String id, Action.State state, String outcome, String by, Instant at) {
        jdbc.sql("update crisis_action set state = ?, outcome = ?, ended_by = ?, ended_at = ? where id = ?")
                .params(state.name(), outcome, by, utc(at), id)
                .update();
    }

    private Optional<Action> one(String where, String parameter) {
        return jdbc.sql("select * from crisis_action " + where)
                .param(parameter)
                .query(ActionRows::row)
                .optional();
    }

    private List<Action> all(String where, String parameter) {
        return jdbc.sql("select * from crisis_action " + where)
                .param(parameter)
                .query(ActionRows::row)
                .list();
    }

    private static Action row(ResultSet row, int number) throws SQLException {
        return new Action(
                row.getString("id"),
                row.getString("crisis_id"),
                Action.Origin.valueOf(row.getString("origin")),
                row.getString("title"),
                row.getString("owner"),
                instant(row, "due_at"),
                Action.State.valueOf(row.getString("state")),
                row.getString("agreed_by"),
                instant(row, "agreed_at"),
                row.getString("outcome"),
                row.getString("ended_by"),
                instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
