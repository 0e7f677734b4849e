package io.watchdesk.escalation;

import io.watchdesk.platform.Outcomes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of ladders, and what the pages of a crisis say about it. */
@Repository
class LadderStore {

    private final JdbcClient jdbc;

    LadderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Standing> find(String crisisId) {
        return jdbc.sql("select * from crisis_ladder where crisis_id = ?")
                .param(crisisId)
                .query(LadderStore::standing)
                .optional();
    }

    /** Reads it and keeps others from moving it until the transaction ends. */
    Optional<Standing> lock(String crisisId) {
        return jdbc.sql("select * from crisis_ladder where crisis_id = ? for update")
                .param(crisisId)
                .query(LadderStore::standing)
                .optional();
    }

    void save(Standing ladder) {
        int known = jdbc.sql("update crisis_ladder set step = ?, round_step = ?, first_tier = ?, tier = ?,"
                        + " loop_count = ?, demanded_tier = ?, taken_tier = ?, tier_due_at = ?, next_climb_at = ?,"
                        + " asked_at = ? where crisis_id = ?")
                .params(columns(ladder))
                .update();
        if (known == 0) {
            jdbc.sql("insert into crisis_ladder (step, round_step, first_tier, tier, loop_count, demanded_tier,"
                            + " taken_tier, tier_due_at, next_climb_at, asked_at, crisis_id)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(columns(ladder))
                    .update();
        }
    }

    /** Who was paged for a crisis, oldest first. */
    List<Ladder.Paged> paged(String crisisId) {
        return jdbc.sql("select * from crisis_page where crisis_id = ? order by requested_at, id")
                .param(crisisId)
                .query((row, number) -> new Ladder.Paged(
                        row.getInt("tier"),
                        row.getString("person"),
                        row.getString("through"),
                        instant(row, "requested_at"),
                        row.getString("outcome"),
                        Outcomes.text(Page.State.UNREACHED).equals(row.getString("state"))))
                .list();
    }

    /** Whether this person was paged after this step of the ladder. */
    boolean pagedSince(String crisisId, String person, int step) {
        return jdbc.sql("select count(*) from crisis_page where crisis_id = ? and person = ? and step > ?")
                        .params(crisisId, person, step)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The tier for which this person was paged last; 0 for the fallback person. */
    Optional<Integer> lastTier(String crisisId, String person) {
        return jdbc.sql("select tier from crisis_page where crisis_id = ? and person = ?"
                        + " order by step desc, requested_at desc fetch first 1 rows only")
                .params(crisisId, person)
                .query(Integer.class)
                .optional();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Object[] columns(Standing ladder) {
        return new Object[] {
            ladder.step(),
            ladder.roundStep(),
            ladder.firstTier(),
            ladder.tier(),
            ladder.loop(),
            ladder.demandedTier(),
            ladder.takenTier(),
            utc(ladder.tierDueAt()),
            utc(ladder.nextClimbAt()),
            utc(ladder.askedAt()),
            ladder.crisisId()
        };
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getString("crisis_id"),
                row.getInt("step"),
                row.getInt("round_step"),
                row.getInt("first_tier"),
                row.getInt("tier"),
                row.getInt("loop_count"),
                row.getInt("demanded_tier"),
                row.getInt("taken_tier"),
                instant(row, "tier_due_at"),
                instant(row, "next_climb_at"),
                instant(row, "asked_at"));
    }
}
