package io.watchdesk.desk.oncall;

import io.watchdesk.desk.LiveTopic;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the page On call follow changes of rotas, and hands that change by the clock. */
@Component
class OncallTopic implements LiveTopic {

    private final JdbcClient jdbc;
    private final Clock clock;

    OncallTopic(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "oncall";
    }

    @Override
    public String page() {
        return "oncall";
    }

    /** Shifts begin on whole minutes, so the minute is part of it. */
    @Override
    public String fingerprint() {
        return clock.instant().getEpochSecond() / Duration.ofMinutes(1).toSeconds() + " "
                + jdbc.sql("""
                        select (select sum(revision) from oncall_rota) as rotas,
                            (select count(*) + count(cancelled_at) from oncall_stand_in) as stand_ins,
                            (select count(*) + count(cancelled_at) from oncall_absence) as absences,
                            (select count(*) + count(closed_at) from oncall_swap) as swaps,
                            (select count(*) from oncall_planned_shift) as planned,
                            (select count(*) from oncall_address) as addresses,
                            (select count(*) from oncall_dead_address) as dead
                        """).query().singleRow();
    }
}
