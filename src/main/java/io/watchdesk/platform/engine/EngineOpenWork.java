package io.watchdesk.platform.engine;

import io.watchdesk.platform.DeskRights;
import io.watchdesk.platform.OpenWork;
import io.watchdesk.platform.People;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads the engine's tables itself, because its task query can neither put tasks without a date last on every database nor
 * count per step and group. Who may see a task follows the same rule as there; OpenWorkTest compares the two.
 */
@Component
class EngineOpenWork implements OpenWork {

    private static final String FROM = """
             from ACT_RU_TASK t
             left join ACT_RE_PROCDEF p on p.ID_ = t.PROC_DEF_ID_
            """;

    private static final String VISIBLE = """
             where (:everything or t.ASSIGNEE_ = :me or p.KEY_ in (:watched)
               or exists (select 1 from ACT_RU_IDENTITYLINK l where l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'
                 and (l.USER_ID_ = :me or l.GROUP_ID_ in (:groups))))
            """;

    private final JdbcClient database;
    private final DeskRights rights;
    private final People people;
    private final IdentityService identities;
    private final Clock clock;

    EngineOpenWork(
            JdbcClient database, DeskRights rights, People people, @Lazy IdentityService identities, Clock clock) {
        this.database = database;
        this.rights = rights;
        this.people = people;
        this.identities = identities;
        this.clock = clock;
    }

    @Override
    public Page page(Wish wish, int offset, int limit) {
        Map<String, Object> values = new HashMap<>();
        String from = FROM + VISIBLE + wished(wish, values);
        long total = asked("select count(*)" + from, values).query(Long.class).single();
        return new Page(total == 0 ? List.of() : tasks(wish, offset, limit), total);
    }

    /** What each task is about is looked up only for those of the page; the order is that of {@code DueTaskIndex}. */
    @Override
    public List<Waiting> tasks(Wish wish, int offset, int limit) {
        Map<String, Object> values = new HashMap<>();
        String page = "select t.ID_, t.NAME_, t.TASK_DEF_KEY_, p.KEY_ as PROCESS_, t.PROC_INST_ID_, t.ASSIGNEE_,"
                + " t.CREATE_TIME_, t.DUE_DATE_"
                + FROM
                + VISIBLE
                + wished(wish, values)
                + " order by t.DUE_DATE_ nulls last, t.CREATE_TIME_, t.ID_"
                + " offset :offset rows fetch next :limit rows only";
        return withGroups(asked(
                        "select x.*, e.BUSINESS_KEY_ from (" + page
                                + ") x left join ACT_RU_EXECUTION e on e.ID_ = x.PROC_INST_ID_"
                                + " order by x.DUE_DATE_ nulls last, x.CREATE_TIME_, x.ID_",
                        values)
                .param("offset", offset)
                .param("limit", limit)
                .query(this::waiting)
                .list());
    }

    @Override
    public List<Step> steps() {
        return asked(
                        "select p.KEY_ as PROCESS_, t.TASK_DEF_KEY_, count(*) as WAITING_,"
                                + " sum(case when t.DUE_DATE_ < :now then 1 else 0 end) as LATE_,"
                                + " min(t.CREATE_TIME_) as OLDEST_"
                                + FROM + VISIBLE
                                + " group by p.KEY_, t.TASK_DEF_KEY_ order by LATE_ desc, WAITING_ desc, t.TASK_DEF_KEY_",
                        Map.of())
                .query((row, number) -> new Step(
                        row.getString("PROCESS_"),
                        row.getString("TASK_DEF_KEY_"),
                        row.getLong("WAITING_"),
                        row.getLong("LATE_"),
                        instant(row, "OLDEST_")))
                .list();
    }

    @Override
    public List<Load> load() {
        return asked(
                        "select g.GROUP_ID_, count(*) as WAITING_,"
                                + " sum(case when t.ASSIGNEE_ is null then 1 else 0 end) as FREE_,"
                                + " sum(case when t.DUE_DATE_ < :now then 1 else 0 end) as LATE_,"
                                + " min(t.CREATE_TIME_) as OLDEST_"
                                + FROM
                                + " join ACT_RU_IDENTITYLINK g on g.TASK_ID_ = t.ID_ and g.TYPE_ = 'candidate'"
                                + " and g.GROUP_ID_ is not null"
                                + VISIBLE
                                + " group by g.GROUP_ID_ order by LATE_ desc, WAITING_ desc, g.GROUP_ID_",
                        Map.of())
                .query((row, number) -> new Load(
                        row.getString("GROUP_ID_"),
                        row.getLong("WAITING_"),
                        row.getLong("FREE_"),
                        row.getLong("LATE_"),
                        instant(row, "OLDEST_")))
                .list();
    }

    private static String wished(Wish wish, Map<String, Object> values) {
        StringBuilder where = new StringBuilder();
        if (wish.group() != null) {
            where.append(" and exists (select 1 from ACT_RU_IDENTITYLINK w where w.TASK_ID_ = t.ID_"
                    + " and w.TYPE_ = 'candidate' and w.GROUP_ID_ = :group)");
            values.put("group", wish.group());
        }
        if (wish.element() != null) {
            where.append(" and t.TASK_DEF_KEY_ = :element");
            values.put("element", wish.element());
        }
        if (wish.businessKey() != null) {
            where.append(" and t.PROC_INST_ID_ in"
                    + " (select e.ID_ from ACT_RU_EXECUTION e where e.BUSINESS_KEY_ = :businessKey)");
            values.put("businessKey", wish.businessKey());
        }
        if (wish.lateOnly()) {
            where.append(" and t.DUE_DATE_ < :now");
        }
        return where.toString();
    }

    private StatementSpec asked(String sql, Map<String, Object> values) {
        return database.sql(sql)
                .param("everything", rights.administrator())
                .param("me", people.actor())
                .param("watched", orNone(rights.watched()))
                .param("groups", orNone(groups()))
                .param("now", Timestamp.from(clock.instant()))
                .params(values);
    }

    /** An empty list is no SQL; no group and no process is called like this. */
    private static Collection<String> orNone(Collection<String> names) {
        return names.isEmpty() ? List.of("") : names;
    }

    private List<String> groups() {
        Authentication authentication = identities.getCurrentAuthentication();
        return authentication == null || authentication.getGroupIds() == null
                ? List.of()
                : authentication.getGroupIds();
    }

    private Waiting waiting(ResultSet row, int number) throws SQLException {
        Instant due = instant(row, "DUE_DATE_");
        return new Waiting(
                row.getString("ID_"),
                row.getString("NAME_"),
                row.getString("TASK_DEF_KEY_"),
                row.getString("PROCESS_"),
                row.getString("BUSINESS_KEY_"),
                row.getString("ASSIGNEE_"),
                List.of(),
                instant(row, "CREATE_TIME_"),
                due,
                due != null && due.isBefore(clock.instant()));
    }

    private List<Waiting> withGroups(List<Waiting> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<String, List<String>> groups = new HashMap<>();
        database.sql(
                        "select TASK_ID_, GROUP_ID_ from ACT_RU_IDENTITYLINK"
                                + " where TASK_ID_ in (:tasks) and TYPE_ = 'candidate' and GROUP_ID_ is not null order by GROUP_ID_")
                .param("tasks", bare.stream().map(Waiting::id).toList())
                .query(row -> {
                    groups.computeIfAbsent(row.getString(1), task -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return bare.stream()
                .map(task -> new Waiting(
                        task.id(),
                        task.name(),
                        task.element(),
                        task.process(),
                        task.businessKey(),
                        task.assignee(),
                        groups.getOrDefault(task.id(), List.of()),
                        task.since(),
                        task.due(),
                        task.late()))
                .toList();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
