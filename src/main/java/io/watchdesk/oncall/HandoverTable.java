package io.watchdesk.oncall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hand-overs as rows. */
@Component
class HandoverTable {

    private static final TypeReference<List<OpenMatters.Matter>> MATTERS = new TypeReference<>() {};
    private static final TypeReference<List<String>> PEOPLE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final OnCallSettings settings;

    HandoverTable(JdbcClient jdbc, ObjectMapper json, OnCallSettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
    }

    String insert(
            String rota, String incoming, List<String> outgoing, List<OpenMatters.Matter> matters, Instant changedAt) {
        String id = "HO-"
                + jdbc.sql("select nextval('oncall_handover_number')")
                        .query(Long.class)
                        .single();
        jdbc.sql("""
                        insert into oncall_handover (id, rota, incoming, outgoing, matters, changed_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, rota, incoming, written(outgoing), written(matters), RotaTable.utc(changedAt))
                .update();
        return id;
    }

    Optional<Handover> find(String id) {
        return jdbc.sql("select * from oncall_handover where id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    void note(String id, String note, String by) {
        jdbc.sql("update oncall_handover set note = ?, noted_by = ? where id = ?")
                .params(note, by, id)
                .update();
    }

    void take(String id, String by, Instant at) {
        jdbc.sql("update oncall_handover set taken_by = ?, taken_at = ? where id = ? and taken_by is null")
                .params(by, RotaTable.utc(at), id)
                .update();
    }

    private Handover row(ResultSet row, int number) throws SQLException {
        Instant changedAt = RotaTable.instant(row, "changed_at");
        return new Handover(
                row.getString("id"),
                row.getString("rota"),
                row.getString("incoming"),
                read(row.getString("outgoing"), PEOPLE),
                read(row.getString("matters"), MATTERS),
                changedAt,
                changedAt.plus(settings.takeOverWithin()),
                row.getString("note"),
                row.getString("noted_by"),
                row.getString("taken_by"),
                RotaTable.instant(row, "taken_at"));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A hand-over cannot be written as JSON.", e);
        }
    }

    private <T> T read(String column, TypeReference<T> type) {
        try {
            return json.readValue(column, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored hand-over is damaged.", e);
        }
    }
}
