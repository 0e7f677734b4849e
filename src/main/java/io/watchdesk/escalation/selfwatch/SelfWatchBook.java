package io.watchdesk.escalation.selfwatch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which node speaks, and what it has told. */
@Repository
class SelfWatchBook {

    private final JdbcClient jdbc;

    SelfWatchBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes this node the speaker unless another one was heard of since then; the row is locked meanwhile. */
    boolean speaks(String node, Instant now, Instant deadBefore) {
        String speaker = jdbc.sql(
                        "select node from self_watch_node where id = 1 and (node = ? or seen_at < ?) for update")
                .params(node, utc(deadBefore))
                .query(String.class)
                .optional()
                .orElse(null);
        if (speaker == null) {
            return false;
        }
        jdbc.sql("update self_watch_node set node = ?, seen_at = ? where id = 1")
                .params(node, utc(now))
                .update();
        return true;
    }

    List<Alarm> alarms() {
        return jdbc.sql("select * from self_watch_alarm order by since, name")
                .query((row, number) -> new Alarm(
                        row.getString("name"),
                        row.getString("sentence"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("told_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .list();
    }

    /** A node that stood still while another took over may come with the same finding. */
    void add(Finding finding, Instant now) {
        jdbc.sql("insert into self_watch_alarm (name, sentence, since) select ?, ?, ?"
                        + " where not exists (select 1 from self_watch_alarm where name = ?)")
                .params(finding.name(), finding.sentence(), utc(now), finding.name())
                .update();
    }

    void told(String name, Instant now) {
        jdbc.sql("update self_watch_alarm set told_at = ? where name = ?")
                .params(utc(now), name)
                .update();
    }

    void remove(String name) {
        jdbc.sql("delete from self_watch_alarm where name = ?").param(name).update();
    }

    /** A person's mail address, read without the engine. */
    Optional<String> mailOf(String person) {
        return jdbc.sql("select email_ from act_id_user where id_ = ? and email_ is not null")
                .param(person)
                .query(String.class)
                .optional();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** @param toldAt null until it could be told */
    record Alarm(String name, String sentence, Instant since, Instant toldAt) {}
}
