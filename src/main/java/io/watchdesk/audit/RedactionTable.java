package io.watchdesk.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What redacted entries say since their redaction. */
class RedactionTable {

    private final JdbcClient database;

    RedactionTable(JdbcClient database) {
        this.database = database;
    }

    void add(String record, long sequence, String commitment) {
        database.sql("insert into audit_redaction (record_id, sequence, commitment) values (?, ?, ?)")
                .params(record, sequence, commitment)
                .update();
    }

    Optional<String> commitment(String record, long sequence) {
        return database.sql("select commitment from audit_redaction where record_id = ? and sequence = ?")
                .params(record, sequence)
                .query(String.class)
                .optional();
    }

    /** SHA-256 over all rows of a record, in the order of the chain. */
    String digest(String record) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            database.sql("select sequence, commitment from audit_redaction where record_id = ? order by sequence")
                    .param(record)
                    .query((row, number) -> row.getLong("sequence") + ":" + row.getString("commitment") + "\n")
                    .list()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.US_ASCII)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime knows no SHA-256.", e);
        }
    }
}
