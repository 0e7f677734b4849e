package io.watchdesk.work;

import io.watchdesk.work.WorkKind.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of long work. A node writes only to what it holds; that it lost something it learns from the row that is not found. */
@Repository
class WorkTable {

    private static final int ROWS_AT_ONCE = 500;
    private static final int LONGEST_SENTENCE = 4000;
    private static final int LONGEST_NAME = 400;
    private static final String FILE =
            "exists (select 1 from long_work_step f where f.work_id = w.id and f.file_part is not null) as has_file";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    WorkTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    String add(String kind, String title, String person, Instant now, List<Step> steps) {
        String id = "W-"
                + jdbc.sql("select nextval('long_work_number')")
                        .query(Long.class)
                        .single();
        jdbc.sql("insert into long_work (id, kind, title, person, state, total, done, refused, ordered_at)"
                        + " values (?, ?, ?, ?, 'WAITING', ?, 0, 0, ?)")
                .params(id, kind, cut(title, LONGEST_NAME), person, steps.size(), utc(now))
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (Step step : steps) {
            rows.add(new Object[] {id, rows.size() + 1, cut(step.subject(), LONGEST_NAME), step.detail()});
        }
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            batches.batchUpdate(
                    "insert into long_work_step (work_id, place, subject, detail, state) values (?, ?, ?, ?, 'OPEN')",
                    rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size())));
        }
        return id;
    }

    /** Takes the oldest that waits or has not been heard of since; empty when there is none. */
    Optional<Held> take(String holder, Collection<String> kinds, Instant now, Instant unheardSince) {
        Optional<Held> found = jdbc.sql("select id, kind, person, holder from long_work where kind in (:kinds)"
                        + " and (state = 'WAITING' or state = 'RUNNING' and touched_at < :unheard)"
                        + " order by ordered_at, id fetch first 1 rows only")
                .param("kinds", kinds)
                .param("unheard", utc(unheardSince))
                .query((row, number) ->
                        new Held(row.getString("id"), row.getString("kind"), row.getString("person"), holder))
                .optional();
        return found.filter(held -> jdbc.sql("update long_work set state = 'RUNNING', holder = :holder,"
                                + " touched_at = :now, began_at = coalesce(began_at, :now), part_done = 0, part_total = 0"
                                + " where id = :id"
                                + " and (state = 'WAITING' or state = 'RUNNING' and touched_at < :unheard)")
                        .param("holder", holder)
                        .param("now", utc(now))
                        .param("unheard", utc(unheardSince))
                        .param("id", held.id())
                        .update()
                == 1);
    }

    /** Says of everything that this holder carries out that somebody is still at it. */
    void touch(String holder, Instant now) {
        jdbc.sql("update long_work set touched_at = ? where holder = ? and state = 'RUNNING'")
                .params(utc(now), holder)
                .update();
    }

    /** @return false when the work is not this holder's any more */
    boolean progress(Held held, int done, int total, Instant now) {
        return jdbc.sql("update long_work set part_done = ?, part_total = ?, touched_at = ? where id = ? and holder = ?"
                                + " and state = 'RUNNING'")
                        .params(done, total, utc(now), held.id(), held.holder())
                        .update()
                == 1;
    }

    /** Lets another one go on at once. */
    void giveBack(Held held) {
        jdbc.sql(
                        "update long_work set state = 'WAITING', holder = null, part_done = 0, part_total = 0 where id = ? and holder = ? and state = 'RUNNING'")
                .params(held.id(), held.holder())
                .update();
    }

    Optional<Open> next(String id) {
        return jdbc.sql("select place, subject, detail from long_work_step where work_id = ? and state = 'OPEN'"
                        + " order by place fetch first 1 rows only")
                .param(id)
                .query((row, number) ->
                        new Open(row.getInt("place"), new Step(row.getString("subject"), row.getString("detail"))))
                .optional();
    }

    /** @return false when the work is not this holder's any more; then nothing may be committed */
    boolean note(Held held, int place, Line.State state, String sentence, String file, Instant now) {
        jdbc.sql("update long_work_step set state = ?, sentence = ?, file_part = ? where work_id = ? and place = ?")
                .params(state.name(), cut(sentence, LONGEST_SENTENCE), file, held.id(), place)
                .update();
        return jdbc.sql(
                                "update long_work set "
                                        + (state == Line.State.DONE ? "done = done + 1" : "refused = refused + 1")
                                        + ", part_done = 0, part_total = 0, touched_at = ? where id = ? and holder = ? and state = 'RUNNING'")
                        .params(utc(now), held.id(), held.holder())
                        .update()
                == 1;
    }

    boolean end(Held held, Instant now) {
        return jdbc.sql("update long_work set state = 'DONE', ended_at = ? where id = ? and holder = ?"
                                + " and state = 'RUNNING'")
                        .params(utc(now), held.id(), held.holder())
                        .update()
                == 1;
    }

    /** Not when every step has ended: then there is nothing left that would not be done. */
    boolean cancel(String id, String person, Instant now) {
        return jdbc.sql("update long_work set state = 'CANCELLED', ended_at = ?, ended_by = ?, part_done = 0,"
                                + " part_total = 0 where id = ? and state in ('WAITING', 'RUNNING')"
                                + " and done + refused < total")
                        .params(utc(now), person, id)
                        .update()
                == 1;
    }

    /** @param person null for everybody's */
    List<Work> list(String person, Instant unheardSince, int offset, int limit) {
        return jdbc.sql("select w.*, " + FILE + " from long_work w"
                        + (person == null ? "" : " where w.person = :person")
                        + " order by w.ordered_at desc, w.id desc offset :offset rows fetch next :limit rows only")
                .params(person == null ? Map.of() : Map.of("person", person))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> work(row, unheardSince))
                .list();
    }

    Optional<Work> find(String id, Instant unheardSince) {
        return jdbc.sql("select w.*, " + FILE + " from long_work w where w.id = :id")
                .param("id", id)
                .query((row, number) -> work(row, unheardSince))
                .optional();
    }

    /** @param places tells the address of what a step is about, or null */
    List<Line> lines(
            String id, List<Line.State> states, int offset, int limit, BiFunction<Step, Line.State, String> places) {
        return jdbc.sql("select place, subject, detail, state, sentence from long_work_step where work_id = :id"
                        + " and state in (:states) order by place offset :offset rows fetch next :limit rows only")
                .param("id", id)
                .param("states", states.stream().map(Enum::name).toList())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> {
                    Step step = new Step(row.getString("subject"), row.getString("detail"));
                    Line.State state = Line.State.valueOf(row.getString("state"));
                    return new Line(
                            row.getInt("place"),
                            step.subject(),
                            state,
                            row.getString("sentence"),
                            places.apply(step, state));
                })
                .list();
    }

    List<String> fileParts(String id) {
        return jdbc.sql(
                        "select file_part from long_work_step where work_id = ? and file_part is not null order by place")
                .param(id)
                .query(String.class)
                .list();
    }

    String fingerprint(Instant unheardSince) {
        return jdbc.sql(
                        "select count(*), sum(done + refused), sum(part_done), max(ordered_at), max(ended_at), max(began_at),"
                                + " sum(case when state = 'RUNNING' and touched_at < ? then 1 else 0 end) from long_work")
                .param(utc(unheardSince))
                .query((row, number) -> "%s/%s/%s/%s/%s/%s/%s"
                        .formatted(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)))
                .single();
    }

    private static Work work(ResultSet row, Instant unheardSince) throws SQLException {
        Work.State state = Work.State.valueOf(row.getString("state"));
        Instant touched = instant(row, "touched_at");
        if (state == Work.State.RUNNING && touched.isBefore(unheardSince)) {
            state = Work.State.INTERRUPTED;
        }
        return new Work(
                row.getString("id"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("person"),
                state,
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("refused"),
                row.getInt("part_done"),
                row.getInt("part_total"),
                instant(row, "ordered_at"),
                instant(row, "began_at"),
                instant(row, "ended_at"),
                row.getString("ended_by"),
                row.getBoolean("has_file"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }

    /** @param holder who carries it out in this life of a node */
    record Held(String id, String kind, String person, String holder) {}

    /** A step to be carried out. */
    record Open(int place, Step step) {}
}
