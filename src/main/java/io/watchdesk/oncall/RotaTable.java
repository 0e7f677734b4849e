package io.watchdesk.oncall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.RowLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rotas as rows. */
@Component
class RotaTable {

    private static final TypeReference<List<Layer>> LAYERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final RowLock lock;
    private final ObjectMapper json;

    RotaTable(JdbcClient jdbc, RowLock lock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.json = json;
    }

    List<Rota> all() {
        return jdbc.sql("select * from oncall_rota order by id")
                .query(this::row)
                .list();
    }

    Optional<Rota> find(String id) {
        return jdbc.sql("select * from oncall_rota where id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    Rota require(String id) {
        return find(id).orElseThrow(() -> new Refused("There is no rota \"%s\". Known rotas: %s."
                .formatted(id, all().stream().map(Rota::id).collect(Collectors.joining(", ")))));
    }

    /** The rota, locked until the transaction ends: whoever changes what it amounts to reads it here. */
    @Transactional(propagation = Propagation.MANDATORY)
    Rota lock(String id) {
        jdbc.sql("select id from oncall_rota where id = ?" + lock.clause())
                .param(id)
                .query(String.class)
                .optional();
        return require(id);
    }

    void insert(Rota rota, String by, Instant at) {
        jdbc.sql("""
                        insert into oncall_rota (id, name, owner, zone, layers, revision, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        rota.id(),
                        rota.name(),
                        rota.owner(),
                        rota.zone().getId(),
                        written(rota.layers()),
                        rota.revision(),
                        by,
                        utc(at))
                .update();
    }

    void update(Rota rota, String by, Instant at) {
        jdbc.sql("""
                        update oncall_rota set name = ?, owner = ?, zone = ?, layers = ?, revision = ?, changed_by = ?,
                        changed_at = ? where id = ?
                        """)
                .params(
                        rota.name(),
                        rota.owner(),
                        rota.zone().getId(),
                        written(rota.layers()),
                        rota.revision(),
                        by,
                        utc(at),
                        rota.id())
                .update();
    }

    /** Who was on call at the last look of the hand-over check; null before the first. */
    List<String> lastSeen(String id) {
        String seen = jdbc.sql("select last_seen from oncall_rota where id = ?")
                .param(id)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(column -> column)
                .orElse(null);
        return seen == null
                ? null
                : List.of(seen.split(",", -1)).stream()
                        .filter(each -> !each.isEmpty())
                        .toList();
    }

    void seen(String id, List<String> people) {
        jdbc.sql("update oncall_rota set last_seen = ? where id = ?")
                .params(String.join(",", people), id)
                .update();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private Rota row(ResultSet row, int number) throws SQLException {
        return new Rota(
                row.getString("id"),
                row.getString("name"),
                row.getString("owner"),
                ZoneId.of(row.getString("zone")),
                read(row.getString("layers")),
                row.getInt("revision"));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A rota cannot be written as JSON.", e);
        }
    }

    private List<Layer> read(String column) {
        try {
            return json.readValue(column, LAYERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored rota is damaged.", e);
        }
    }
}
