package io.watchdesk.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.RowLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of statements. */
@Component
class StatementStore {

    private static final int LONGEST_REASON = 4000;
    private static final TypeReference<Map<Element, String>> ELEMENTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final RowLock lock;
    private final ObjectMapper json;
    private final Clock clock;

    StatementStore(JdbcClient jdbc, RowLock lock, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.json = json;
        this.clock = clock;
    }

    Statement insert(Crisis crisis, Kind kind, String pieceId) {
        String id = "ST-"
                + jdbc.sql("select nextval('statement_number')")
                        .query(Long.class)
                        .single();
        jdbc.sql("insert into statement (id, crisis_id, kind, mode, piece_id, state, level, elements, derived_from,"
                        + " opened_at) values (?, ?, ?, ?, ?, 'DRAFTING', ?, '{}', '{}', ?)")
                .params(
                        id,
                        crisis.id(),
                        kind.name(),
                        crisis.mode().name(),
                        pieceId,
                        crisis.level().name(),
                        Timestamp.from(clock.instant()))
                .update();
        return get(id);
    }

    Statement get(String id) {
        return one("where id = ?", id).orElseThrow(() -> new Refused("There is no statement %s.".formatted(id)));
    }

    /** Reads the row and keeps it locked until the transaction ends. */
    Statement lock(String id) {
        return one("where id = ?" + lock.clause(), id)
                .orElseThrow(() -> new Refused("There is no statement %s.".formatted(id)));
    }

    Optional<Statement> ofPiece(String pieceId) {
        return one("where piece_id = ?", pieceId);
    }

    List<Statement> ofCrisis(String crisisId) {
        return jdbc.sql("select * from statement where crisis_id = ? order by opened_at, length(id), id")
                .param(crisisId)
                .query(this::row)
                .list();
    }

    void save(Statement statement) {
        jdbc.sql("update statement set template_id = ?, cluster = ?, repeated = ?, strategy = ?, elements = ?,"
                        + " next_word_at = ?, derived_from = ? where id = ?")
                .params(
                        statement.templateId(),
                        statement.cluster() == null ? null : statement.cluster().name(),
                        statement.repeated(),
                        statement.strategy(),
                        write(statement.elements()),
                        timestamp(statement.nextWordAt()),
                        write(statement.derivedFrom()),
                        statement.id())
                .update();
    }

    void inApproval(String id, String roundId) {
        jdbc.sql("update statement set state = 'IN_APPROVAL', round_id = ? where id = ?")
                .params(roundId, id)
                .update();
    }

    void drafting(String id) {
        jdbc.sql("update statement set state = 'DRAFTING', released_at = null where id = ?")
                .param(id)
                .update();
    }

    void released(String id) {
        jdbc.sql("update statement set state = 'RELEASED', released_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /** Notes why it will be dropped. */
    void reason(String id, String reason) {
        jdbc.sql("update statement set end_reason = ? where id = ?")
                .params(cut(reason), id)
                .update();
    }

    void ended(String id, Statement.State state, String reason) {
        jdbc.sql("update statement set state = ?, ended_at = ?, end_reason = ? where id = ?")
                .params(state.name(), Timestamp.from(clock.instant()), cut(reason), id)
                .update();
    }

    void due(String id, Instant due) {
        jdbc.sql("update statement set due_at = ? where id = ?")
                .params(timestamp(due), id)
                .update();
    }

    private Optional<Statement> one(String where, String parameter) {
        return jdbc.sql("select * from statement " + where)
                .param(parameter)
                .query(this::row)
                .optional();
    }

    private Statement row(ResultSet row, int number) throws SQLException {
        String cluster = row.getString("cluster");
        return new Statement(
                row.getString("id"),
                row.getString("crisis_id"),
                Kind.valueOf(row.getString("kind")),
                Crisis.Mode.valueOf(row.getString("mode")),
                row.getString("piece_id"),
                Statement.State.valueOf(row.getString("state")),
                Level.valueOf(row.getString("level")),
                row.getString("template_id"),
                cluster == null ? null : Facts.Cluster.valueOf(cluster),
                row.getObject("repeated", Boolean.class),
                row.getString("strategy"),
                read(row.getString("elements"), ELEMENTS),
                instant(row, "next_word_at"),
                read(row.getString("derived_from"), TEXTS),
                row.getString("round_id"),
                instant(row, "due_at"),
                instant(row, "opened_at"),
                instant(row, "released_at"),
                instant(row, "ended_at"),
                row.getString("end_reason"));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of ours cannot be written as JSON.", e);
        }
    }

    private <T> T read(String column, TypeReference<T> type) {
        try {
            return json.readValue(column, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored JSON column is damaged.", e);
        }
    }

    static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static String cut(String text) {
        return text == null || text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }
}
