package io.watchdesk.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the regular verifications found; one row a period. */
@Repository
class AuditChecks {

    private final JdbcClient database;

    AuditChecks(JdbcClient database) {
        this.database = database;
    }

    Optional<Check> newest() {
        return database.sql("select * from audit_check order by id desc fetch first 1 rows only")
                .query((row, number) -> new Check(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("intact"),
                        row.getLong("entries"),
                        row.getString("head"),
                        row.getString("sentence")))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another node has verified in this period */
    void add(Check check) {
        database.sql("insert into audit_check (id, at, intact, entries, head, sentence) values (?, ?, ?, ?, ?, ?)")
                .params(
                        check.period(),
                        check.at().atOffset(ZoneOffset.UTC),
                        check.intact(),
                        check.entries(),
                        check.head(),
                        check.sentence())
                .update();
    }

    /** @param period counts the periods since 1970 */
    record Check(long period, Instant at, boolean intact, long entries, String head, String sentence) {

        /** As a verification takes it. */
        String noted() {
            return entries + ":" + head;
        }
    }
}
