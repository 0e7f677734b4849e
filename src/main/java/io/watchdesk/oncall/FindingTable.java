package io.watchdesk.oncall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Findings of the coverage check as rows; closed ones stay. */
@Component
class FindingTable {

    private final JdbcClient jdbc;

    FindingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String nextId() {
        return "CV-"
                + jdbc.sql("select nextval('oncall_finding_number')")
                        .query(Long.class)
                        .single();
    }

    void insert(Finding finding, Instant at) {
        jdbc.sql("""
                        insert into oncall_finding
                        (id, rota, kind, person, starts_at, ends_at, open_ended, detail, owner, state, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        finding.id(),
                        finding.rota(),
                        finding.kind().name(),
                        finding.person(),
                        RotaTable.utc(finding.from()),
                        RotaTable.utc(finding.until()),
                        finding.openEnded(),
                        finding.detail(),
                        finding.owner(),
                        finding.state().name(),
                        RotaTable.utc(at))
                .update();
    }

    void update(Finding finding) {
        jdbc.sql("update oncall_finding set starts_at = ?, ends_at = ?, open_ended = ?, detail = ? where id = ?")
                .params(
                        RotaTable.utc(finding.from()),
                        RotaTable.utc(finding.until()),
                        finding.openEnded(),
                        finding.detail(),
                        finding.id())
                .update();
    }

    void close(String id, Finding.State state, String by, String reason, Instant at) {
        jdbc.sql("update oncall_finding set state = ?, closed_by = ?, reason = ?, closed_at = ? where id = ?")
                .params(state.name(), by, reason, RotaTable.utc(at), id)
                .update();
    }

    Optional<Finding> find(String id) {
        return jdbc.sql("select * from oncall_finding where id = ?")
                .param(id)
                .query(FindingTable::row)
                .optional();
    }

    List<Finding> of(String rota, Finding.State state) {
        return jdbc.sql("select * from oncall_finding where rota = ? and state = ? order by opened_at, length(id), id")
                .params(rota, state.name())
                .query(FindingTable::row)
                .list();
    }

    private static Finding row(ResultSet row, int number) throws SQLException {
        return new Finding(
                row.getString("id"),
                row.getString("rota"),
                Finding.Kind.valueOf(row.getString("kind")),
                row.getString("person"),
                RotaTable.instant(row, "starts_at"),
                RotaTable.instant(row, "ends_at"),
                row.getBoolean("open_ended"),
                row.getString("detail"),
                row.getString("owner"),
                Finding.State.valueOf(row.getString("state")),
                row.getString("reason"));
    }
}
