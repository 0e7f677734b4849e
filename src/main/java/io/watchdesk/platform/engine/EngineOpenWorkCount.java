package io.watchdesk.platform.engine;

import io.watchdesk.platform.OpenWorkCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up the revisions of all tasks: the engine counts one up with each change. */
@Component
class EngineOpenWorkCount implements OpenWorkCount {

    private final JdbcClient database;

    EngineOpenWorkCount(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String fingerprint() {
        return database.sql("select count(*), sum(REV_), max(CREATE_TIME_) from ACT_RU_TASK")
                .query((row, number) -> row.getString(1) + "/" + row.getString(2) + "/" + row.getString(3))
                .single();
    }
}
