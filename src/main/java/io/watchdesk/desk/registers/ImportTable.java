package io.watchdesk.desk.registers;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that wait to be applied. */
@Repository
class ImportTable {

    private final JdbcClient jdbc;

    ImportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file that a person uploaded.
     *
     * @param work the long work that was ordered to apply it, or null
     */
    record Upload(
            String id, String register, String person, String fileName, byte[] file, Instant uploadedAt, String work) {}

    /** Keeps it in the place of the person's one before. */
    void put(Upload upload) {
        jdbc.sql("delete from register_import where register = ? and person = ?")
                .params(upload.register(), upload.person())
                .update();
        jdbc.sql("insert into register_import (id, register, person, file_name, file, uploaded_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        upload.id(),
                        upload.register(),
                        upload.person(),
                        upload.fileName(),
                        upload.file(),
                        Timestamp.from(upload.uploadedAt()))
                .update();
    }

    Optional<Upload> find(String id) {
        return one("where id = ?", id);
    }

    /** Lets nobody else order or apply it until the transaction ends. */
    Optional<Upload> lock(String id) {
        return one("where id = ? for update", id);
    }

    /** Remembers who applies it. */
    void ordered(String id, String work) {
        jdbc.sql("update register_import set work_id = ? where id = ?")
                .params(work, id)
                .update();
    }

    private Optional<Upload> one(String where, String id) {
        return jdbc.sql("select * from register_import " + where)
                .param(id)
                .query((row, number) -> new Upload(
                        row.getString("id"),
                        row.getString("register"),
                        row.getString("person"),
                        row.getString("file_name"),
                        row.getBytes("file"),
                        row.getTimestamp("uploaded_at").toInstant(),
                        row.getString("work_id")))
                .optional();
    }

    /** Takes it away; false when somebody else did so before. */
    boolean take(String id) {
        return jdbc.sql("delete from register_import where id = ?").param(id).update() == 1;
    }

    void dropBefore(Instant moment) {
        jdbc.sql("delete from register_import where uploaded_at < ?")
                .param(Timestamp.from(moment))
                .update();
    }
}
