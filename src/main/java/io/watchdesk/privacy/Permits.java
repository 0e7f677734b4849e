package io.watchdesk.privacy;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets rows of append-only tables change within one transaction. */
@Repository
class Permits {

    private final JdbcClient jdbc;

    Permits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does something that needs permits; the caller's transaction must hold all of it. */
    void with(List<String> tables, Collection<String> keys, String record, Runnable deed) {
        for (String table : tables) {
            for (String key : keys) {
                jdbc.sql("insert into destruction_permit (table_name, row_key, record_id) values (?, ?, ?)")
                        .params(table, key, record)
                        .update();
            }
        }
        deed.run();
        jdbc.sql("delete from destruction_permit where record_id = ?")
                .param(record)
                .update();
    }
}
