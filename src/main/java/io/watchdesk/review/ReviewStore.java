package io.watchdesk.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.platform.RowLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of rounds, stages and sign-offs. */
@Repository
class ReviewStore {

    private static final TypeReference<List<ChecklistItem>> ITEMS = new TypeReference<>() {};
    private static final TypeReference<Map<String, ChecklistItem.Answer>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final RowLock lock;
    private final ObjectMapper json;

    ReviewStore(JdbcClient jdbc, RowLock lock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.json = json;
    }

    String nextRoundId() {
        return "R-"
                + jdbc.sql("select nextval('review_round_number')")
                        .query(Long.class)
                        .single();
    }

    void insert(Round round) {
        jdbc.sql("insert into review_round (id, piece_id, version, content_hash, list_version, risk, known, slot_at,"
                        + " opened_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        round.id(),
                        round.pieceId(),
                        round.version(),
                        round.hash(),
                        round.listVersion(),
                        round.risk(),
                        round.known(),
                        timestamp(round.slot()),
                        timestamp(round.openedAt()))
                .update();
    }

    void insert(String roundId, int position, StagePlan plan, List<ChecklistItem> items) {
        jdbc.sql("insert into review_stage (round_id, position, stage, group_id, veto, sign_off_rule, checklist_id,"
                        + " checklist, remind_after_minutes, escalate_after_minutes, priority, late_priority, known)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        roundId,
                        position,
                        plan.stage(),
                        plan.group(),
                        plan.veto(),
                        plan.ruleText(),
                        plan.checklist(),
                        write(items),
                        plan.remindAfter().toMinutes(),
                        plan.escalateAfter().toMinutes(),
                        plan.priority(),
                        plan.latePriority(),
                        plan.known())
                .update();
    }

    Optional<Round> round(String id) {
        return jdbc.sql("select * from review_round where id = ?")
                .params(id)
                .query(ReviewStore::toRound)
                .optional();
    }

    /** All rounds of a piece, the newest first. */
    List<Round> rounds(String pieceId) {
        return jdbc.sql("select * from review_round where piece_id = ? order by opened_at desc, id desc")
                .params(pieceId)
                .query(ReviewStore::toRound)
                .list();
    }

    List<Stage> stages(String roundId) {
        return jdbc.sql("select * from review_stage where round_id = ? order by position")
                .params(roundId)
                .query(this::toStage)
                .list();
    }

    /** Reads a stage and keeps others from signing off there until the transaction ends, so that votes are counted once. */
    Optional<Stage> lockStage(String roundId, String stage) {
        return jdbc.sql("select * from review_stage where round_id = ? and stage = ?" + lock.clause())
                .params(roundId, stage)
                .query(this::toStage)
                .optional();
    }

    void open(Stage stage) {
        jdbc.sql("update review_stage set opened_at = ?, remind_at = ?, due_at = ?, escalate_at = ?"
                        + " where round_id = ? and stage = ?")
                .params(
                        timestamp(stage.openedAt()),
                        timestamp(stage.remindAt()),
                        timestamp(stage.dueAt()),
                        timestamp(stage.escalateAt()),
                        stage.roundId(),
                        stage.plan().stage())
                .update();
    }

    void decideStage(String roundId, String stage, Verdict verdict, Instant at) {
        jdbc.sql("update review_stage set verdict = ?, decided_at = ? where round_id = ? and stage = ?")
                .params(verdict.name(), timestamp(at), roundId, stage)
                .update();
    }

    /** The group that may sign off as well since the stage's own group was late, or empty. */
    Optional<String> standIn(String roundId, String stage) {
        return jdbc.sql("select stand_in_group from review_stage where round_id = ? and stage = ?"
                        + " and stand_in_group is not null")
                .params(roundId, stage)
                .query(String.class)
                .optional();
    }

    void addStandIn(String roundId, String stage, String group) {
        jdbc.sql("update review_stage set stand_in_group = ? where round_id = ? and stage = ?")
                .params(group, roundId, stage)
                .update();
    }

    void noteStage(String roundId, String stage, String person, String note) {
        jdbc.sql("update review_stage set note = ?, noted_by = ? where round_id = ? and stage = ?")
                .params(note, person, roundId, stage)
                .update();
    }

    void reminded(String roundId, String stage, Instant at) {
        jdbc.sql("update review_stage set reminded_at = ? where round_id = ? and stage = ?")
                .params(timestamp(at), roundId, stage)
                .update();
    }

    void escalated(String roundId, String stage, Instant at) {
        jdbc.sql("update review_stage set escalated_at = ? where round_id = ? and stage = ?")
                .params(timestamp(at), roundId, stage)
                .update();
    }

    void slotFreed(String roundId, Instant at) {
        jdbc.sql("update review_round set slot_freed_at = ? where id = ?")
                .params(timestamp(at), roundId)
                .update();
    }

    void close(String roundId, Verdict verdict, Instant at) {
        jdbc.sql("update review_round set verdict = ?, closed_at = ? where id = ?")
                .params(verdict.name(), timestamp(at), roundId)
                .update();
    }

    void insert(SignOff signOff) {
        jdbc.sql("insert into review_sign_off (id, round_id, stage, person, verdict, reason_code, reason, comment_text,"
                        + " checklist_answers, content_hash, signed_at)"
                        + " values (nextval('review_sign_off_number'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        signOff.roundId(),
                        signOff.stage(),
                        signOff.person(),
                        signOff.verdict().name(),
                        signOff.reasonCode() == null
                                ? null
                                : signOff.reasonCode().name(),
                        signOff.reason(),
                        signOff.comment(),
                        write(signOff.answers()),
                        signOff.hash(),
                        timestamp(signOff.signedAt()))
                .update();
    }

    /** The sign-offs of a round in the order in which they were given. */
    List<SignOff> signOffs(String roundId) {
        return jdbc.sql("select * from review_sign_off where round_id = ? order by signed_at, id")
                .params(roundId)
                .query(this::toSignOff)
                .list();
    }

    private static Round toRound(ResultSet row, int number) throws SQLException {
        return new Round(
                row.getString("id"),
                row.getString("piece_id"),
                row.getInt("version"),
                row.getString("content_hash"),
                row.getString("list_version"),
                row.getString("risk"),
                row.getBoolean("known"),
                instant(row, "slot_at"),
                instant(row, "slot_freed_at"),
                instant(row, "opened_at"),
                instant(row, "closed_at"),
                verdict(row));
    }

    private Stage toStage(ResultSet row, int number) throws SQLException {
        String rule = row.getString("sign_off_rule");
        StagePlan plan = new StagePlan(
                row.getString("stage"),
                row.getString("group_id"),
                row.getBoolean("veto"),
                SignOffRule.parse(rule),
                rule,
                row.getString("checklist_id"),
                Duration.ofMinutes(row.getLong("remind_after_minutes")),
                Duration.ofMinutes(row.getLong("escalate_after_minutes")),
                row.getInt("priority"),
                row.getInt("late_priority"),
                row.getBoolean("known"));
        return new Stage(
                row.getString("round_id"),
                row.getInt("position"),
                plan,
                read(row.getString("checklist"), ITEMS),
                instant(row, "opened_at"),
                instant(row, "remind_at"),
                instant(row, "due_at"),
                instant(row, "escalate_at"),
                instant(row, "reminded_at"),
                instant(row, "escalated_at"),
                instant(row, "decided_at"),
                verdict(row),
                row.getString("note"),
                row.getString("noted_by"));
    }

    private SignOff toSignOff(ResultSet row, int number) throws SQLException {
        String code = row.getString("reason_code");
        return new SignOff(
                row.getString("round_id"),
                row.getString("stage"),
                row.getString("person"),
                verdict(row),
                code == null ? null : ReasonCode.valueOf(code),
                row.getString("reason"),
                row.getString("comment_text"),
                read(row.getString("checklist_answers"), ANSWERS),
                row.getString("content_hash"),
                instant(row, "signed_at"));
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        String name = row.getString("verdict");
        return name == null ? null : Verdict.valueOf(name);
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

    static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
