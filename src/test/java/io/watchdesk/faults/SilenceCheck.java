package io.watchdesk.faults;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I3: each open crisis has its response and a person, a timer that is not late, or an alarm that was told. */
record SilenceCheck(JdbcClient jdbc) implements InvariantChecker.Check {

    /** A timer that was due longer ago than this does not look after anything. */
    private static final Duration ALLOWED_LATENESS = Duration.ofSeconds(30);

    @Override
    public Invariant invariant() {
        return Invariant.NOBODY_SILENT;
    }

    @Override
    public List<String> sentences(Evidence evidence) {
        List<String> found = new ArrayList<>();
        jdbc.sql("""
                        select c.id, c.title, c.holder from crisis c
                        where c.state in ('OPEN', 'CLOSING') and (
                            (select count(*) from act_ru_execution e where e.business_key_ = c.id
                                and e.parent_id_ is null and e.proc_def_id_ like 'crisis-response:%') <> 1)
                        """).query(row -> {
            found.add("%s (%s) is open and has not exactly one response."
                    .formatted(row.getString("id"), row.getString("title")));
        });
        jdbc.sql("""
                        select c.id, c.title from crisis c
                        where c.state in ('OPEN', 'CLOSING')
                            and not exists (select 1 from act_id_user u where u.id_ = c.holder)
                            and not exists (select 1 from act_ru_job j join act_ru_execution e
                                on e.id_ = j.process_instance_id_
                                where e.business_key_ = c.id and j.process_def_key_ = 'crisis-escalation'
                                    and j.retries_ > 0 and coalesce(j.duedate_, j.create_time_) > ?)
                            and not exists (select 1 from self_watch_alarm a
                                where a.name like '%' || c.id and a.told_at is not null)
                        """)
                .param(Timestamp.from(evidence.at().minus(ALLOWED_LATENESS)))
                .query(row -> {
                    found.add("%s (%s) is open: nobody has it, no timer of its ladder runs and no alarm was told."
                            .formatted(row.getString("id"), row.getString("title")));
                });
        jdbc.sql("""
                        select c.id from crisis c where c.state = 'OPEN' and c.holder is null and not exists (
                            select 1 from crisis_page p where p.crisis_id = c.id)
                        """)
                .query(String.class)
                .list()
                .forEach(id -> found.add("Nobody was ever paged for %s.".formatted(id)));
        jdbc.sql("""
                        select crisis_id, tier from (
                            select crisis_id, tier, count(*) as times from (
                                select crisis_id, substring(text from 1 for 6) as tier from crisis_timeline
                                where kind = 'escalation.tierCalled') called
                            group by crisis_id, tier) counted
                        where times > (select 1 + count(*) from crisis_timeline r
                            where r.crisis_id = counted.crisis_id and r.kind = 'crisis.released')
                        """).query(row -> {
            found.add("%s of %s was called more than once by the same ladder."
                    .formatted(row.getString("tier"), row.getString("crisis_id")));
        });
        return found;
    }
}
