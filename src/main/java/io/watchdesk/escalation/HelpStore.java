package io.watchdesk.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of calls for help. Whoever changes one has locked its crisis. */
@Repository
class HelpStore {

    private final JdbcClient jdbc;

    HelpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Help add(String crisisId, int roundStep, String reason, int firstTier, int demandedTier, Instant now) {
        String id = "HP-"
                + jdbc.sql("select nextval('crisis_help_number')")
                        .query(Long.class)
                        .single();
        jdbc.sql("insert into crisis_help (id, crisis_id, round_step, reason, first_tier, next_tier, demanded_tier,"
                        + " asked_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id, crisisId, roundStep, reason, firstTier, firstTier, demandedTier, LadderStore.utc(now))
                .update();
        return get(id);
    }

    Help get(String id) {
        return jdbc.sql("select * from crisis_help where id = ?")
                .param(id)
                .query(HelpStore::help)
                .single();
    }

    /** All of a crisis in this round, oldest first. */
    List<Help> of(String crisisId, int roundStep) {
        return jdbc.sql("select * from crisis_help where crisis_id = ? and round_step = ? order by asked_at, id")
                .params(crisisId, roundStep)
                .query(HelpStore::help)
                .list();
    }

    void called(String id, int nextTier) {
        jdbc.sql("update crisis_help set next_tier = ? where id = ?")
                .params(nextTier, id)
                .update();
    }

    void given(String id, String by, Instant at, String note) {
        jdbc.sql("update crisis_help set given_by = ?, given_at = ?, note = ? where id = ?")
                .params(by, LadderStore.utc(at), note, id)
                .update();
    }

    private static Help help(ResultSet row, int number) throws SQLException {
        return new Help(
                row.getString("id"),
                row.getString("crisis_id"),
                row.getInt("round_step"),
                row.getString("reason"),
                row.getInt("first_tier"),
                row.getInt("next_tier"),
                row.getInt("demanded_tier"),
                LadderStore.instant(row, "asked_at"),
                row.getString("given_by"));
    }
}
