package io.watchdesk.crisis;

import io.watchdesk.crisis.HeldContent.Answer;
import io.watchdesk.crisis.HeldContent.Choice;
import io.watchdesk.crisis.HeldContent.Decision;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of decisions about held content, without any rule. */
@Component
class HeldContentDecisions {

    private final JdbcClient jdbc;

    HeldContentDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was decided and not carried out yet, by publication. */
    Map<String, Decision> of(String crisisId) {
        Map<String, Decision> found = new HashMap<>();
        jdbc.sql("select * from held_decision where crisis_id = ? and applied_at is null")
                .param(crisisId)
                .query((row, n) -> found.put(
                        row.getString("publication_id"),
                        new Decision(
                                Choice.valueOf(row.getString("choice")),
                                row.getString("reason"),
                                row.getString("new_slot"),
                                row.getString("decided_by"),
                                row.getObject("decided_at", OffsetDateTime.class)
                                        .toInstant())))
                .list();
        return found;
    }

    /** The caller has locked the crisis, so nobody inserts between. */
    void put(String crisisId, String publicationId, Answer answer, String by, Instant at) {
        jdbc.sql("delete from held_decision where crisis_id = ? and publication_id = ?")
                .params(crisisId, publicationId)
                .update();
        jdbc.sql("""
                        insert into held_decision (crisis_id, publication_id, choice, reason, new_slot, decided_by, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        crisisId,
                        publicationId,
                        answer.choice().name(),
                        answer.reason(),
                        answer.newSlot(),
                        by,
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void applied(String crisisId, Instant at) {
        jdbc.sql("update held_decision set applied_at = ? where crisis_id = ? and applied_at is null")
                .params(at.atOffset(ZoneOffset.UTC), crisisId)
                .update();
    }
}
