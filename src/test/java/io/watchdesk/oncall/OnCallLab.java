package io.watchdesk.oncall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rota of its own for the stories of this room, and the traces of them removed. */
public final class OnCallLab {

    public static final String ROTA = "oncall-lab";
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;

    public OnCallLab(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nina, Noah and Nora take turns day by day from 09:00. */
    public static Rota daily(String... people) {
        return new Rota(
                ROTA,
                "Lab",
                "max",
                ZONE,
                List.of(new Layer(
                        List.of(people), 1, "FREQ=DAILY", LocalTime.of(9, 0), LocalDate.of(2026, 11, 1), null)),
                0);
    }

    /** A local time of the rota. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    /** Removes everything but the rotas of the settings. */
    public void sweep() {
        for (String table : List.of(
                "oncall_finding",
                "oncall_swap",
                "oncall_handover",
                "oncall_stand_in",
                "oncall_absence",
                "oncall_planned_shift",
                "oncall_address",
                "oncall_dead_address",
                "oncall_feed")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("delete from oncall_rota where id like 'oncall-lab%'").update();
        jdbc.sql("update oncall_rota set last_seen = null").update();
    }
}
