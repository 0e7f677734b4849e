package io.watchdesk.platform.sealing;

import io.watchdesk.platform.SealedColumn;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which keys the sealed values of this database need. */
class SealingKeyTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    SealingKeyTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<String> needed() {
        return jdbc.sql("select id from sealing_key where retired_at is null order by since, id")
                .query(String.class)
                .list();
    }

    /** From now on values are sealed with it. */
    void use(String id) {
        int known = jdbc.sql("update sealing_key set retired_at = null where id = ?")
                .param(id)
                .update();
        if (known == 0) {
            try {
                jdbc.sql("insert into sealing_key (id, since) values (?, ?)")
                        .params(id, now())
                        .update();
            } catch (DuplicateKeyException another) {
                // Another node that starts at this moment has written the same.
            }
        }
    }

    void retire(String id) {
        jdbc.sql("update sealing_key set retired_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    /** Whether what stood in this column in plain was sealed at an earlier start. */
    boolean isSealed(SealedColumn column) {
        return jdbc.sql("select count(*) from sealed_column where name = ?")
                        .param(name(column))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void sealed(SealedColumn column) {
        try {
            jdbc.sql("insert into sealed_column (name) values (?)")
                    .param(name(column))
                    .update();
        } catch (DuplicateKeyException another) {
            // Another node that starts at this moment has written the same.
        }
    }

    private static String name(SealedColumn column) {
        return column.table() + "." + column.column();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
