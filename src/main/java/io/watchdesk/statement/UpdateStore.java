package io.watchdesk.statement;

import io.watchdesk.crisis.Deadlines.Deadline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of updates that were given, and those being written. */
@Component
class UpdateStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    UpdateStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String crisisId, Audience audience, String statementId, String text, Instant nextAt, String by) {
        int number = last(crisisId, audience).map(Update::number).orElse(0) + 1;
        jdbc.sql(
                        "insert into crisis_update (crisis_id, audience, number, statement_id, text, next_at, given_by, given_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        crisisId,
                        audience.name(),
                        number,
                        statementId,
                        text,
                        StatementStore.timestamp(nextAt),
                        by,
                        Timestamp.from(clock.instant()))
                .update();
    }

    Optional<Update> last(String crisisId, Audience audience) {
        return jdbc.sql("select * from crisis_update where crisis_id = ? and audience = ?"
                        + " order by number desc fetch first 1 rows only")
                .params(crisisId, audience.name())
                .query(UpdateStore::row)
                .optional();
    }

    /** The newest update that this clock counts from; empty for clocks of other things. */
    Optional<Update> last(String crisisId, Deadline deadline) {
        for (Audience audience : Audience.values()) {
            if (audience.deadline() == deadline) {
                return last(crisisId, audience);
            }
        }
        return Optional.empty();
    }

    List<Update> all(String crisisId) {
        return jdbc.sql("select * from crisis_update where crisis_id = ? order by given_at, audience, number")
                .param(crisisId)
                .query(UpdateStore::row)
                .list();
    }

    Optional<Saved> draft(String crisisId, Audience audience) {
        return jdbc.sql("select * from crisis_update_draft where crisis_id = ? and audience = ?")
                .params(crisisId, audience.name())
                .query((row, number) -> new Saved(
                        row.getString("text"), StatementStore.instant(row, "next_at"), row.getString("saved_by")))
                .optional();
    }

    void saveDraft(String crisisId, Audience audience, String text, Instant nextAt, String by) {
        forgetDraft(crisisId, audience);
        jdbc.sql("insert into crisis_update_draft (crisis_id, audience, text, next_at, saved_by, saved_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        crisisId,
                        audience.name(),
                        text,
                        StatementStore.timestamp(nextAt),
                        by,
                        Timestamp.from(clock.instant()))
                .update();
    }

    void forgetDraft(String crisisId, Audience audience) {
        jdbc.sql("delete from crisis_update_draft where crisis_id = ? and audience = ?")
                .params(crisisId, audience.name())
                .update();
    }

    private static Update row(ResultSet row, int number) throws SQLException {
        return new Update(
                Audience.valueOf(row.getString("audience")),
                row.getInt("number"),
                row.getString("statement_id"),
                row.getString("text"),
                StatementStore.instant(row, "next_at"),
                row.getString("given_by"),
                StatementStore.instant(row, "given_at"));
    }

    /** An update that is being written. */
    record Saved(String text, Instant nextAt, String savedBy) {}
}
