package io.watchdesk.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The written entries, in the order of the chain. None is ever deleted, and none is changed but by a redaction. */
@Repository
public class AuditEntries {

    private static final String COLUMNS =
            "select sequence, at, actor, action, subject, before_json, after_json, previous_hash, hash,"
                    + " salt, commitment, redacted_by from audit_entry ";

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

    /** The entries in which one of the words stands, oldest first. */
    List<AuditEntry> containing(List<String> words) {
        String stands = words.stream()
                .map(
                        word -> " position(? in actor) > 0 or position(? in subject) > 0"
                                + " or position(? in coalesce(before_json, '')) > 0 or position(? in coalesce(after_json, '')) > 0")
                .collect(Collectors.joining(" or"));
        return words.isEmpty()
                ? List.of()
                : database.sql(COLUMNS + "where" + stands + " order by sequence")
                        .params(words.stream()
                                .flatMap(word -> Stream.of(word, word, word, word))
                                .toList())
                        .query(AuditEntries::entry)
                        .list();
    }

    /** What redacted entries say since their redaction. */
    RedactionTable redactions() {
        return new RedactionTable(database);
    }

    /** Writes the words of a redacted entry; the database refuses to change anything else of it. */
    void redact(AuditEntry entry) {
        database.sql("update audit_entry set actor = ?, subject = ?, before_json = ?, after_json = ?, salt = ?,"
                        + " redacted_by = ? where sequence = ?")
                .param(entry.actor())
                .param(entry.subject())
                .param(entry.before())
                .param(entry.after())
                .param(entry.salt())
                .param(entry.redactedBy())
                .param(entry.sequence())
                .update();
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
                        + " previous_hash, hash, salt, commitment) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.sequence())
                .param(OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                .param(entry.actor())
                .param(entry.action())
                .param(entry.subject())
                .param(entry.before())
                .param(entry.after())
                .param(entry.previousHash())
                .param(entry.hash())
                .param(entry.salt())
                .param(entry.commitment())
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
                row.getString("hash"),
                row.getString("salt"),
                row.getString("commitment"),
                row.getString("redacted_by"));
    }

    /** The last entry's sequence number and hash. */
    record Head(long sequence, String hash) {}
}
