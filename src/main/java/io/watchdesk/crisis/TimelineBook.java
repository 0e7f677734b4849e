package io.watchdesk.crisis;

import io.watchdesk.platform.People;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The time line as rows that are only ever added. */
@Component
@Transactional
class TimelineBook implements Timeline {

    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    TimelineBook(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void record(String crisisId, String kind, String text) {
        record(crisisId, kind, text, people.actor());
    }

    /** The same for somebody who did it without being signed in, for example by the link in a page. */
    void record(String crisisId, String kind, String text, String person) {
        jdbc.sql("""
                        insert into crisis_timeline (id, crisis_id, at, kind, actor, activity, text)
                        values (nextval('crisis_timeline_number'), ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        crisisId,
                        CrisisBook.utc(clock.instant()),
                        kind,
                        person,
                        !People.SYSTEM.equals(person),
                        cut(text))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(String crisisId) {
        return jdbc.sql("select * from crisis_timeline where crisis_id = ? order by id")
                .param(crisisId)
                .query((row, number) -> new Entry(
                        row.getLong("id"),
                        CrisisBook.instant(row, "at"),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getString("text")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Instant lastActivity(String crisisId) {
        return jdbc.sql("""
                        select coalesce(
                            (select max(at) from crisis_timeline where crisis_id = :id and activity),
                            (select opened_at from crisis where id = :id)) as at
                        """)
                .param("id", crisisId)
                .query((row, number) -> CrisisBook.instant(row, "at"))
                .single();
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
