package io.watchdesk.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.platform.Outcomes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of all signals. */
@Repository
class SignalTable {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient database;
    private final ObjectMapper json;

    SignalTable(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    String nextId() {
        return "S-"
                + database.sql("select nextval('signal_number')")
                        .query(Long.class)
                        .single();
    }

    void add(Signal signal, String reportedBy) {
        database.sql("insert into signal (id, source, event_id, account, topic, title, full_text, link, facts,"
                        + " occurred_at, received_at, state, reported_by, assessment_attempts)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
                .param(signal.id())
                .param(signal.source())
                .param(signal.eventId())
                .param(signal.account())
                .param(signal.topic())
                .param(signal.title())
                .param(signal.text())
                .param(signal.link())
                .param(written(signal.facts()))
                .param(utc(signal.occurredAt()))
                .param(utc(signal.receivedAt()))
                .param(Outcomes.text(signal.state()))
                .param(reportedBy)
                .update();
    }

    Optional<String> idOf(String source, String eventId) {
        return database.sql("select id from signal where source = ? and event_id = ?")
                .params(source, eventId)
                .query(String.class)
                .optional();
    }

    Optional<Signal> find(String id) {
        return database.sql("select * from signal where id = ?")
                .param(id)
                .query(this::signal)
                .optional();
    }

    /** The signal, locked until the transaction ends, if its assessment has not been started. */
    Optional<Signal> lockUnassessed(String id) {
        return database.sql("select * from signal where id = ? and assessment_started_at is null for update")
                .param(id)
                .query(this::signal)
                .optional();
    }

    List<Signal> ofCrisis(String crisisId) {
        return database.sql("select * from signal where crisis_id = ? order by occurred_at, received_at, id")
                .param(crisisId)
                .query(this::signal)
                .list();
    }

    List<Signal> reportedBy(String person, int limit) {
        return database.sql("select * from signal where reported_by = ? order by received_at desc, id desc"
                        + " fetch first ? rows only")
                .params(person, limit)
                .query(this::signal)
                .list();
    }

    Optional<String> reporterOf(String id) {
        return database.sql("select reported_by from signal where id = ? and reported_by is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** The oldest signals without an assessment; those that failed less often first, so that none stands in the way. */
    List<String> unassessed(Instant receivedBefore, int limit) {
        return database.sql("select id from signal where assessment_started_at is null and received_at <= ?"
                        + " order by assessment_attempts, received_at, id fetch first ? rows only")
                .params(utc(receivedBefore), limit)
                .query(String.class)
                .list();
    }

    void assessmentStarted(String id, Instant at) {
        database.sql("update signal set assessment_started_at = ? where id = ?")
                .params(utc(at), id)
                .update();
    }

    /** Counts a start that failed; the answer is how many failed so far. */
    int assessmentFailed(String id) {
        database.sql("update signal set assessment_attempts = assessment_attempts + 1 where id = ?")
                .param(id)
                .update();
        return database.sql("select assessment_attempts from signal where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    void changeFacts(String id, Map<String, String> facts) {
        database.sql("update signal set facts = ? where id = ?")
                .params(written(facts), id)
                .update();
    }

    void moveTo(String id, Signal.State state, String crisisId) {
        database.sql("update signal set state = ?, crisis_id = ? where id = ?")
                .param(Outcomes.text(state))
                .param(crisisId)
                .param(id)
                .update();
    }

    /** Whether the signal was not over before. */
    boolean resolve(String id, Instant at) {
        return database.sql("update signal set resolved_at = ? where id = ? and resolved_at is null")
                        .params(utc(at), id)
                        .update()
                == 1;
    }

    /** How many signals about this account and topic (null is a value here) were received after and up to. */
    int count(String account, String topic, Instant after, Instant upTo) {
        return database.sql("select count(*) from signal where account is not distinct from cast(? as varchar(60))"
                        + " and topic is not distinct from cast(? as varchar(200))"
                        + " and received_at > ? and received_at <= ?")
                .param(account)
                .param(topic)
                .param(utc(after))
                .param(utc(upTo))
                .query(Integer.class)
                .single();
    }

    private String written(Map<String, String> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Facts are plain text and can be written.", e);
        }
    }

    private Signal signal(ResultSet row, int number) throws SQLException {
        return new Signal(
                row.getString("id"),
                row.getString("source"),
                row.getString("event_id"),
                row.getString("account"),
                row.getString("topic"),
                row.getString("title"),
                row.getString("full_text"),
                row.getString("link"),
                read(row.getString("facts")),
                instant(row, "occurred_at"),
                instant(row, "received_at"),
                Outcomes.parse(Signal.State.class, row.getString("state")),
                row.getString("crisis_id"));
    }

    private Map<String, String> read(String facts) {
        try {
            return json.readValue(facts, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored facts of a signal are damaged.", e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
