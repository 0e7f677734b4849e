package io.watchdesk.crisis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.crisis.Crisis.Mode;
import io.watchdesk.crisis.Crisis.State;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.RowLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of crises, their scope, milestones and clocks, without any rule. */
@Component
@Transactional
class CrisisBook implements Crises {

    /** Stands for the whole house among a crisis's accounts. */
    static final String HOUSE = "*";

    private final JdbcClient jdbc;
    private final RowLock lock;
    private final ObjectMapper json;

    CrisisBook(JdbcClient jdbc, RowLock lock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.json = json;
    }

    @Override
    public Crisis get(String id) {
        return one("where id = ?", id).orElseThrow(() -> unknown(id));
    }

    @Override
    public Crisis lock(String id) {
        return one("where id = ?" + lock.clause(), id).orElseThrow(() -> unknown(id));
    }

    @Override
    public Optional<Crisis> open(String account, String topic) {
        return one("where id = (select crisis_id from crisis_scope where open_key = ?)", key(account, topic));
    }

    @Override
    public List<Crisis> open() {
        return jdbc.sql("select * from crisis where state in ('OPEN', 'CLOSING') order by opened_at, length(id), id")
                .query(this::row)
                .list();
    }

    @Override
    public List<Crisis> newest(int limit) {
        return jdbc.sql("select * from crisis order by length(id) desc, id desc limit ?")
                .param(limit)
                .query(this::row)
                .list();
    }

    /** Keeps others from opening a crisis until the transaction ends. */
    void lockGuard() {
        jdbc.sql("select id from crisis_guard where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    String nextId() {
        return "CR-"
                + jdbc.sql("select nextval('crisis_number')").query(Long.class).single();
    }

    /** Adds a crisis with its scope. */
    void insert(Crisis crisis, Facts facts, String by) {
        jdbc.sql("""
                        insert into crisis (id, title, topic, scenario, level, reasons, facts, state, mode,
                            first_sighted, opened_at, opened_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        crisis.id(),
                        crisis.title(),
                        crisis.topic(),
                        crisis.scenario(),
                        crisis.level().name(),
                        write(crisis.reasons()),
                        write(facts),
                        crisis.state().name(),
                        crisis.mode().name(),
                        utc(crisis.firstSighted()),
                        utc(crisis.openedAt()),
                        by)
                .update();
        for (String account : crisis.accounts().isEmpty() ? List.of(HOUSE) : crisis.accounts()) {
            addToScope(crisis, account);
        }
    }

    /** Adds an account to the scope; another open crisis of the same account and topic makes it fail. */
    void addToScope(Crisis crisis, String account) {
        jdbc.sql("insert into crisis_scope (crisis_id, account_id, open_key) values (?, ?, ?)")
                .params(crisis.id(), account, crisis.drill() ? null : key(account, crisis.topic()))
                .update();
    }

    void setLevel(String id, Level level, List<String> reasons) {
        jdbc.sql("update crisis set level = ?, reasons = ? where id = ?")
                .params(level.name(), write(reasons), id)
                .update();
    }

    void setHolder(String id, String holder, Instant since) {
        jdbc.sql("update crisis set holder = ?, acknowledged_at = ? where id = ?")
                .params(holder, utc(since), id)
                .update();
    }

    void setFacts(String id, Facts facts) {
        jdbc.sql("update crisis set facts = ? where id = ?")
                .params(write(facts), id)
                .update();
    }

    Facts facts(String id) {
        return read(
                jdbc.sql("select facts from crisis where id = ?")
                        .param(id)
                        .query(String.class)
                        .single(),
                new TypeReference<Facts>() {});
    }

    void setPublic(String id, boolean matterPublic) {
        jdbc.sql("update crisis set matter_public = ? where id = ?")
                .params(matterPublic, id)
                .update();
    }

    /** Whether the public knows of the matter; null while nobody has said so. */
    Boolean matterPublic(String id) {
        return jdbc.sql("select matter_public from crisis where id = ?")
                .param(id)
                .query((row, number) -> Optional.ofNullable((Boolean) row.getObject(1)))
                .single()
                .orElse(null);
    }

    void setScenario(String id, String scenario) {
        jdbc.sql("update crisis set scenario = ? where id = ?")
                .params(scenario, id)
                .update();
    }

    /** Declared over; the crisis stays open until it is closed. */
    void setOver(String id, Instant at) {
        jdbc.sql("update crisis set state = ?, over_at = ? where id = ?")
                .params(State.CLOSING.name(), utc(at), id)
                .update();
    }

    /** Ends a crisis and gives its accounts and topic free. */
    void end(String id, State state, String outcome, Instant at) {
        jdbc.sql("update crisis set state = ?, outcome = ?, closed_at = ? where id = ?")
                .params(state.name(), outcome, utc(at), id)
                .update();
        jdbc.sql("update crisis_scope set open_key = null where crisis_id = ?")
                .param(id)
                .update();
    }

    /** How it ended, or null. */
    String outcome(String id) {
        return jdbc.sql("select outcome from crisis where id = ?")
                .param(id)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /** Whether a real crisis of this topic was opened since then and is closed by now. */
    boolean topicSince(String topic, Instant since) {
        return topic != null
                && jdbc.sql("select topic from crisis where mode = 'REAL' and state = 'CLOSED' and opened_at > ?")
                        .param(utc(since))
                        .query((row, number) -> folded(row.getString(1)))
                        .list()
                        .contains(folded(topic));
    }

    /** Notes a milestone; answers whether it is the first time. */
    boolean reached(String id, Milestone milestone, Instant at) {
        if (at(id, milestone).isPresent()) {
            return false;
        }
        jdbc.sql("insert into crisis_milestone (crisis_id, milestone, at) values (?, ?, ?)")
                .params(id, milestone.name(), utc(at))
                .update();
        return true;
    }

    Optional<Instant> at(String id, Milestone milestone) {
        return jdbc.sql("select at from crisis_milestone where crisis_id = ? and milestone = ?")
                .params(id, milestone.name())
                .query((row, number) -> instant(row, "at"))
                .optional();
    }

    void wind(String id, String clock, Instant at) {
        int known = jdbc.sql("update crisis_clock set wound_at = ? where crisis_id = ? and clock = ?")
                .params(utc(at), id, clock)
                .update();
        if (known == 0) {
            jdbc.sql("insert into crisis_clock (crisis_id, clock, wound_at) values (?, ?, ?)")
                    .params(id, clock, utc(at))
                    .update();
        }
    }

    Optional<Instant> wound(String id, String clock) {
        return jdbc.sql("select wound_at from crisis_clock where crisis_id = ? and clock = ?")
                .params(id, clock)
                .query((row, number) -> instant(row, "wound_at"))
                .optional();
    }

    static String folded(String topic) {
        return topic == null
                ? ""
                : Normalizer.normalize(topic.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String key(String account, String topic) {
        return CrisisScopes.of(account, topic);
    }

    private Optional<Crisis> one(String where, Object parameter) {
        return jdbc.sql("select * from crisis " + where)
                .param(parameter)
                .query(this::row)
                .optional();
    }

    private List<String> accounts(String id) {
        return jdbc.sql(
                        "select account_id from crisis_scope where crisis_id = ? and account_id <> ? order by account_id")
                .params(id, HOUSE)
                .query(String.class)
                .list();
    }

    private Crisis row(ResultSet row, int number) throws SQLException {
        return new Crisis(
                row.getString("id"),
                row.getString("title"),
                accounts(row.getString("id")),
                row.getString("topic"),
                row.getString("scenario"),
                Level.valueOf(row.getString("level")),
                read(row.getString("reasons"), new TypeReference<List<String>>() {}),
                State.valueOf(row.getString("state")),
                Mode.valueOf(row.getString("mode")),
                instant(row, "first_sighted"),
                instant(row, "opened_at"),
                row.getString("holder"),
                instant(row, "acknowledged_at"),
                instant(row, "closed_at"));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of ours cannot be written as JSON.", e);
        }
    }

    private <T> T read(String column, TypeReference<T> type) {
        try {
            return json.readValue(column, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored JSON column is damaged.", e);
        }
    }

    private static Refused unknown(String id) {
        return new Refused("There is no crisis %s.".formatted(id));
    }
}
