package io.watchdesk.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The written entries, in the order of the chain. There is no way to change or delete one. */
@Repository
public class AuditEntries {

    private static final String COLUMNS =
            "select sequence, at, actor, action, subject, before_json, after_json, previous_hash, hash from audit_entry ";

    private final JdbcClient database;

    AuditEntries(JdbcClient database) {
        this.database = database;
    }

    /**
     * What happened to a subject, newest first.
     *
     * @param limit the most entries to return
     */
    public List<AuditEntry> about(String subject, int limit) {
        return database.sql(COLUMNS + "where subject = ? order by sequence desc fetch first ? rows only")
                .params(subject, limit)
                .query(AuditEntries::entry)
                .list();
    }

    /** The entries that follow a sequence number, oldest first. */
    List<AuditEntry> after(long sequence, int limit) {
        return database.sql(COLUMNS + "where sequence > ? order by sequence fetch first ? rows only")
                .params(sequence, limit)
                .query(AuditEntries::entry)
                .list();
    }

    /** The end of the chain as the last writer left it. */
    Head head() {
        return head("");
    }

    /** The end of the chain; other writers wait until this transaction ends. */
    Head lockedHead() {
        return head(" for update");
    }

    private Head head(String lock) {
        return database.sql("select sequence, hash from audit_head where id = 1" + lock)
                .query((row, number) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .single();
    }

    void append(AuditEntry entry) {
        database.sql("insert into audit_entry (sequence, at, actor, action, subject, before_json, after_json,"
                        + " previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.sequence())
                .param(OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                .param(entry.actor())
                .param(entry.action())
                .param(entry.subject())
                .param(entry.before())
                .param(entry.after())
                .param(entry.previousHash())
                .param(entry.hash())
                .update();
    }

    void moveHead(Head head) {
        database.sql("update audit_head set sequence = ?, hash = ? where id = 1")
                .params(head.sequence(), head.hash())
                .update();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("before_json"),
                row.getString("after_json"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    /** The last entry's sequence number and hash. */
    record Head(long sequence, String hash) {}
}
