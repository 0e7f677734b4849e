package io.watchdesk.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The nightly runs, one row a day; whoever writes the row does the run. */
@Repository
class CleanUpRuns {

    private static final Duration DEAD_AFTER = Duration.ofHours(2);

    private final JdbcClient jdbc;

    CleanUpRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the run of this day is ours: nobody has begun it, it failed, or whoever began it has died. */
    boolean claim(long day, Instant now) {
        boolean begun = jdbc.sql("select count(*) from clean_up_run where id = ?")
                        .param(day)
                        .query(Long.class)
                        .single()
                > 0;
        if (begun) {
            return jdbc.sql(
                                    "update clean_up_run set started_at = ?, problem = null where id = ? and ended_at is null and"
                                            + " (problem is not null or started_at < ?)")
                            .params(utc(now), day, utc(now.minus(DEAD_AFTER)))
                            .update()
                    == 1;
        }
        try {
            jdbc.sql("insert into clean_up_run (id, started_at) values (?, ?)")
                    .params(day, utc(now))
                    .update();
            return true;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    boolean isDone(long day) {
        return jdbc.sql("select count(*) from clean_up_run where id = ? and ended_at is not null")
                        .param(day)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void done(long day, Instant now, String counts) {
        jdbc.sql("update clean_up_run set ended_at = ?, counts = ? where id = ?")
                .params(utc(now), counts, day)
                .update();
    }

    void failed(long day, String problem) {
        jdbc.sql("update clean_up_run set problem = ? where id = ?")
                .params(problem, day)
                .update();
    }

    Optional<Run> newest() {
        return jdbc.sql("select * from clean_up_run order by id desc fetch first 1 rows only")
                .query((row, number) -> new Run(
                        instant(row.getObject("started_at", OffsetDateTime.class)),
                        instant(row.getObject("ended_at", OffsetDateTime.class)),
                        row.getString("counts"),
                        row.getString("problem")))
                .optional();
    }

    Optional<Instant> lastSuccess() {
        return jdbc.sql("select max(ended_at) from clean_up_run")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /**
     * @param endedAt null while it runs, or when it failed
     * @param counts JSON, rows by table
     */
    record Run(Instant startedAt, Instant endedAt, String counts, String problem) {}
}
