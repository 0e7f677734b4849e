package io.watchdesk.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.crisis.Level;
import io.watchdesk.platform.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of drills, without any rule. */
@Component
class DrillRows {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DrillRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    String insert(Drill drill) {
        String id = "DR-"
                + jdbc.sql("select nextval('drill_number')").query(Long.class).single();
        jdbc.sql("""
                        insert into drill (id, scenario, level, announced, accounts, leader, state, started_by, started_at,
                            ends_at, played)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                        """)
                .params(
                        id,
                        drill.scenario(),
                        drill.level().name(),
                        drill.announced(),
                        write(drill.accounts()),
                        drill.leader(),
                        drill.state().name(),
                        drill.startedBy(),
                        utc(drill.startedAt()),
                        utc(drill.endsAt()))
                .update();
        return id;
    }

    Drill get(String id) {
        return one("where id = ?", id).orElseThrow(() -> new Refused("There is no drill %s.".formatted(id)));
    }

    Drill lock(String id) {
        return one("where id = ? for update", id).orElseThrow(() -> new Refused("There is no drill %s.".formatted(id)));
    }

    List<Drill> running() {
        return jdbc.sql("select * from drill where state = 'RUNNING' order by started_at, id")
                .query(this::row)
                .list();
    }

    List<Drill> newest(int limit) {
        return jdbc.sql("select * from drill order by started_at desc, id desc limit ?")
                .param(limit)
                .query(this::row)
                .list();
    }

    void crisis(String id, String crisisId) {
        jdbc.sql("update drill set crisis_id = ? where id = ?")
                .params(crisisId, id)
                .update();
    }

    void played(String id, int played) {
        jdbc.sql("update drill set played = ? where id = ?").params(played, id).update();
    }

    void observations(String id, String observations) {
        jdbc.sql("update drill set observations = ? where id = ?")
                .params(observations, id)
                .update();
    }

    void actions(String id, List<GapAction> actions) {
        jdbc.sql("update drill set actions = ? where id = ?")
                .params(write(actions), id)
                .update();
    }

    void ended(String id, Drill.State state, Instant at) {
        jdbc.sql("update drill set state = ?, ended_at = ? where id = ?")
                .params(state.name(), utc(at), id)
                .update();
    }

    void scored(String id, ScoreCard score) {
        jdbc.sql("update drill set score = ?, scored_at = ? where id = ?")
                .params(write(score), utc(score.scoredAt()), id)
                .update();
    }

    private Optional<Drill> one(String where, String parameter) {
        return jdbc.sql("select * from drill " + where)
                .param(parameter)
                .query(this::row)
                .optional();
    }

    private Drill row(ResultSet row, int number) throws SQLException {
        return new Drill(
                row.getString("id"),
                row.getString("crisis_id"),
                row.getString("scenario"),
                Level.valueOf(row.getString("level")),
                row.getBoolean("announced"),
                read(row.getString("accounts"), new TypeReference<List<String>>() {}),
                row.getString("leader"),
                Drill.State.valueOf(row.getString("state")),
                row.getString("started_by"),
                instant(row, "started_at"),
                instant(row, "ends_at"),
                instant(row, "ended_at"),
                row.getInt("played"),
                row.getString("observations"),
                Optional.ofNullable(row.getString("actions"))
                        .map(column -> read(column, new TypeReference<List<GapAction>>() {}))
                        .orElse(List.of()),
                Optional.ofNullable(row.getString("score"))
                        .map(column -> read(column, new TypeReference<ScoreCard>() {}))
                        .orElse(null));
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

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
