package io.watchdesk.desk.plugin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts and times from the engine's history, added up by the database: the engine's own interface only hands out single
 * rows. All of it is about what ended within {@link #PERIOD}.
 */
@Component
@Transactional(readOnly = true)
public class HistoryFigures {

    /** How far back figures look. */
    public static final Duration PERIOD = Duration.ofDays(30);

    private static final double NINE_OF_TEN = 0.9;
    private static final long[] NONE = {0, 0, 0};

    private final JdbcClient database;
    private final WatchedProcesses watched;
    private final Clock clock;

    HistoryFigures(JdbcClient database, WatchedProcesses watched, Clock clock) {
        this.database = database;
        this.watched = watched;
        this.clock = clock;
    }

    /** How often and how long each element of this version of a model was passed; refuses who may not read that. */
    public List<ElementFigure> ofModel(String definitionId) {
        watched.mustRead(definitionId);
        return database.sql("""
                        select act_id_ as element, min(act_name_) as name, min(act_type_) as kind, count(*) as passed,
                          avg(duration_) as average, max(duration_) as longest
                        from act_hi_actinst
                        where proc_def_id_ = ? and end_time_ >= ?
                        group by act_id_ order by passed desc, act_id_""")
                .params(definitionId, since())
                .query((row, number) -> new ElementFigure(
                        row.getString("element"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getLong("passed"),
                        row.getLong("average"),
                        row.getLong("longest")))
                .list();
    }

    /** How each process that the current person watches keeps its times. */
    public List<ServiceLevel> serviceLevels() {
        List<String> keys = watched.keys();
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<String, long[]> open = openTasks(keys);
        Map<String, long[]> done = doneTasks(keys);
        Map<String, long[]> ended = endedInstances(keys);
        Map<String, Model> models = models(keys);
        return keys.stream()
                .filter(key -> open.containsKey(key) || done.containsKey(key) || ended.containsKey(key))
                .map(key -> new ServiceLevel(
                        key,
                        models.get(key).id(),
                        models.get(key).name(),
                        open.getOrDefault(key, NONE)[0],
                        open.getOrDefault(key, NONE)[1],
                        done.getOrDefault(key, NONE)[0],
                        done.getOrDefault(key, NONE)[1],
                        ended.getOrDefault(key, NONE)[0],
                        ended.getOrDefault(key, NONE)[1],
                        ended.getOrDefault(key, NONE)[2]))
                .toList();
    }

    private Map<String, long[]> openTasks(List<String> keys) {
        return byKey(database.sql("""
                        select d.key_ as process, count(*) as first_figure,
                          sum(case when t.due_date_ < :now then 1 else 0 end) as second_figure, 0 as third_figure
                        from act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_
                        where d.key_ in (:keys) group by d.key_""").param("now", at(clock.instant())).param("keys", keys));
    }

    private Map<String, long[]> doneTasks(List<String> keys) {
        return byKey(database.sql("""
                        select proc_def_key_ as process, count(*) as first_figure,
                          sum(case when end_time_ <= due_date_ then 1 else 0 end) as second_figure, 0 as third_figure
                        from act_hi_taskinst
                        where proc_def_key_ in (:keys) and end_time_ >= :since and due_date_ is not null
                          and delete_reason_ = 'completed'
                        group by proc_def_key_""").param("keys", keys).param("since", since()));
    }

    private Map<String, long[]> endedInstances(List<String> keys) {
        return byKey(
                database.sql("""
                        select proc_def_key_ as process, count(*) as first_figure, avg(duration_) as second_figure,
                          percentile_cont(%s) within group (order by duration_) as third_figure
                        from act_hi_procinst
                        where proc_def_key_ in (:keys) and end_time_ >= :since and state_ = 'COMPLETED'
                        group by proc_def_key_""".formatted(NINE_OF_TEN)).param("keys", keys).param("since", since()));
    }

    /** The newest version of each. */
    private Map<String, Model> models(List<String> keys) {
        Map<String, Model> models = new HashMap<>();
        database.sql("select key_, id_, name_ from act_re_procdef where key_ in (:keys) order by version_")
                .param("keys", keys)
                .query((row, number) ->
                        models.put(row.getString("key_"), new Model(row.getString("id_"), row.getString("name_"))))
                .list();
        return models;
    }

    private static Map<String, long[]> byKey(JdbcClient.StatementSpec statement) {
        Map<String, long[]> figures = new HashMap<>();
        statement
                .query((row, number) -> figures.put(row.getString("process"), three(row)))
                .list();
        return figures;
    }

    private static long[] three(ResultSet row) throws SQLException {
        return new long[] {
            row.getLong("first_figure"),
            Math.round(row.getDouble("second_figure")),
            Math.round(row.getDouble("third_figure"))
        };
    }

    private OffsetDateTime since() {
        return at(clock.instant().minus(PERIOD));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * An element of a model.
     *
     * @param kind as the engine calls it, for example {@code userTask}
     * @param passed how often it was passed
     * @param averageMillis how long it took on average
     * @param longestMillis how long it took at most
     */
    public record ElementFigure(
            String element, String name, String kind, long passed, long averageMillis, long longestMillis) {}

    /**
     * How a process keeps its times.
     *
     * @param definition the newest version of its model
     * @param overdue open tasks whose time is over
     * @param doneWithDue tasks with a due date that were completed
     * @param doneInTime those of them that were completed by it
     * @param ended instances that came to an end
     * @param averageMillis how long these took on average
     * @param mostMillis how long nine of ten of them took at most
     */
    public record ServiceLevel(
            String process,
            String definition,
            String name,
            long open,
            long overdue,
            long doneWithDue,
            long doneInTime,
            long ended,
            long averageMillis,
            long mostMillis) {}

    private record Model(String id, String name) {}
}
