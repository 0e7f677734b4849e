package io.watchdesk.crisis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.crisis.Retrospectives.Retrospective;
import io.watchdesk.crisis.Retrospectives.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of retrospectives, without any rule. */
@Component
class RetrospectiveRows {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RetrospectiveRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Retrospective> find(String crisisId) {
        return one("", crisisId);
    }

    Optional<Retrospective> lock(String crisisId) {
        return one(" for update", crisisId);
    }

    void insert(String crisisId, Instant plannedAt, Instant dueAt) {
        jdbc.sql("insert into crisis_retrospective (crisis_id, planned_at, due_at) values (?, ?, ?)")
                .params(crisisId, utc(plannedAt), utc(dueAt))
                .update();
    }

    void text(String crisisId, Text text) {
        jdbc.sql("update crisis_retrospective set causes = ?, went_well = ?, shortcomings = ?, actions = ?,"
                        + " no_action_reason = ? where crisis_id = ?")
                .params(
                        text.causes(),
                        text.wentWell(),
                        text.shortcomings(),
                        write(text.actions()),
                        text.noActionReason(),
                        crisisId)
                .update();
    }

    void held(String crisisId, String by, Instant at) {
        jdbc.sql("update crisis_retrospective set held_by = ?, held_at = ? where crisis_id = ?")
                .params(by, utc(at), crisisId)
                .update();
    }

    private Optional<Retrospective> one(String lock, String crisisId) {
        return jdbc.sql("select * from crisis_retrospective where crisis_id = ?" + lock)
                .param(crisisId)
                .query(this::row)
                .optional();
    }

    private Retrospective row(ResultSet row, int number) throws SQLException {
        return new Retrospective(
                row.getString("crisis_id"),
                instant(row, "planned_at"),
                instant(row, "due_at"),
                new Text(
                        row.getString("causes"),
                        row.getString("went_well"),
                        row.getString("shortcomings"),
                        read(row.getString("actions")),
                        row.getString("no_action_reason")),
                row.getString("held_by"),
                instant(row, "held_at"));
    }

    private String write(List<Actions.Agreement> actions) {
        try {
            return json.writeValueAsString(actions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of ours cannot be written as JSON.", e);
        }
    }

    private List<Actions.Agreement> read(String column) {
        try {
            return column == null ? List.of() : json.readValue(column, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored JSON column is damaged.", e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
