package io.watchdesk.faults;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I6: no job is given up without an incident, and none stays locked or due after its time. */
record JobCheck(JdbcClient jdbc) implements InvariantChecker.Check {

    private static final Duration AFTER_THE_LOCK = Duration.ofSeconds(10);
    private static final Duration LATE = Duration.ofSeconds(60);

    @Override
    public Invariant invariant() {
        return Invariant.NO_DEAD_JOB;
    }

    @Override
    public List<String> sentences(Evidence evidence) {
        List<String> found = new ArrayList<>();
        jdbc.sql("""
                        select j.id_, j.process_def_key_, j.exception_msg_ from act_ru_job j where j.retries_ = 0
                        and not exists (select 1 from act_ru_incident i where i.configuration_ = j.id_)
                        """).query(row -> {
            found.add("The job %s of %s is given up and has no incident: %s"
                    .formatted(row.getString(1), row.getString(2), row.getString(3)));
        });
        Instant now = evidence.at();
        jdbc.sql("select id_, process_def_key_, lock_exp_time_ from act_ru_job where lock_exp_time_ < ?"
                        + " and retries_ > 0 and coalesce(duedate_, create_time_) < ?")
                .params(Timestamp.from(now.minus(AFTER_THE_LOCK)), Timestamp.from(now.minus(AFTER_THE_LOCK)))
                .query(row -> {
                    found.add("The job %s of %s is locked although its lock ended at %s."
                            .formatted(row.getString(1), row.getString(2), row.getTimestamp(3)));
                });
        jdbc.sql("select id_, process_def_key_, coalesce(duedate_, create_time_) from act_ru_job where retries_ > 0"
                        + " and coalesce(duedate_, create_time_) < ? and coalesce(suspension_state_, 1) = 1"
                        + " and process_def_key_ is not null")
                .param(Timestamp.from(now.minus(LATE)))
                .query(row -> {
                    found.add("The job %s of %s was due at %s and has not run."
                            .formatted(row.getString(1), row.getString(2), row.getTimestamp(3)));
                });
        return found;
    }
}
