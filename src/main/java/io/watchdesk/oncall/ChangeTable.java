package io.watchdesk.oncall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stand-ins, absences and imported shifts as rows. What is cancelled stays as a row and counts no more. */
@Component
class ChangeTable {

    private final JdbcClient jdbc;

    ChangeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String nextId() {
        return "OC-"
                + jdbc.sql("select nextval('oncall_change_number')")
                        .query(Long.class)
                        .single();
    }

    void insert(StandIn standIn, Instant at) {
        jdbc.sql("""
                        insert into oncall_stand_in
                        (id, rota, person, replaces, starts_at, ends_at, reason, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        standIn.id(),
                        standIn.rota(),
                        standIn.person(),
                        standIn.replaces(),
                        RotaTable.utc(standIn.from()),
                        RotaTable.utc(standIn.until()),
                        standIn.reason(),
                        standIn.madeBy(),
                        RotaTable.utc(at))
                .update();
    }

    void insert(Absence absence, Instant at) {
        jdbc.sql("""
                        insert into oncall_absence (id, person, starts_at, ends_at, reason, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        absence.id(),
                        absence.person(),
                        RotaTable.utc(absence.from()),
                        RotaTable.utc(absence.until()),
                        absence.reason(),
                        absence.madeBy(),
                        RotaTable.utc(at))
                .update();
    }

    /** Those that end after this instant, in the order in which they were made. */
    List<StandIn> standIns(String rota, Instant endingAfter) {
        return jdbc.sql("""
                        select * from oncall_stand_in where rota = ? and ends_at > ? and cancelled_at is null
                        order by made_at, length(id), id
                        """)
                .params(rota, RotaTable.utc(endingAfter))
                .query(ChangeTable::standIn)
                .list();
    }

    Optional<StandIn> standIn(String id) {
        return jdbc.sql("select * from oncall_stand_in where id = ? and cancelled_at is null")
                .param(id)
                .query(ChangeTable::standIn)
                .optional();
    }

    /** Those of everybody that end after this instant, earliest first. */
    List<Absence> absences(Instant endingAfter) {
        return jdbc.sql("""
                        select * from oncall_absence where ends_at > ? and cancelled_at is null
                        order by starts_at, length(id), id
                        """)
                .param(RotaTable.utc(endingAfter))
                .query(ChangeTable::absence)
                .list();
    }

    Optional<Absence> absence(String id) {
        return jdbc.sql("select * from oncall_absence where id = ? and cancelled_at is null")
                .param(id)
                .query(ChangeTable::absence)
                .optional();
    }

    void cancelStandIn(String id, String by, Instant at) {
        jdbc.sql("update oncall_stand_in set cancelled_by = ?, cancelled_at = ? where id = ?")
                .params(by, RotaTable.utc(at), id)
                .update();
    }

    void cancelAbsence(String id, String by, Instant at) {
        jdbc.sql("update oncall_absence set cancelled_by = ?, cancelled_at = ? where id = ?")
                .params(by, RotaTable.utc(at), id)
                .update();
    }

    List<PlannedShift> planned(String rota, Instant endingAfter) {
        return jdbc.sql("select * from oncall_planned_shift where rota = ? and ends_at > ? order by starts_at, person")
                .params(rota, RotaTable.utc(endingAfter))
                .query((row, number) -> new PlannedShift(
                        row.getString("person"),
                        RotaTable.instant(row, "starts_at"),
                        RotaTable.instant(row, "ends_at"),
                        row.getString("uid")))
                .list();
    }

    /** Takes the imported shifts out that overlap a period, and puts these in. */
    void plan(String rota, Instant from, Instant until, List<PlannedShift> shifts) {
        jdbc.sql("delete from oncall_planned_shift where rota = ? and starts_at < ? and ends_at > ?")
                .params(rota, RotaTable.utc(until), RotaTable.utc(from))
                .update();
        for (PlannedShift shift : shifts) {
            jdbc.sql("insert into oncall_planned_shift (rota, person, starts_at, ends_at, uid) values (?, ?, ?, ?, ?)")
                    .params(
                            rota,
                            shift.person(),
                            RotaTable.utc(shift.from()),
                            RotaTable.utc(shift.until()),
                            shift.uid())
                    .update();
        }
    }

    private static StandIn standIn(ResultSet row, int number) throws SQLException {
        return new StandIn(
                row.getString("id"),
                row.getString("rota"),
                row.getString("person"),
                row.getString("replaces"),
                RotaTable.instant(row, "starts_at"),
                RotaTable.instant(row, "ends_at"),
                row.getString("reason"),
                row.getString("made_by"));
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getString("id"),
                row.getString("person"),
                RotaTable.instant(row, "starts_at"),
                RotaTable.instant(row, "ends_at"),
                row.getString("reason"),
                row.getString("made_by"));
    }
}
