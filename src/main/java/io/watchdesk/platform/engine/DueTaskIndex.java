package io.watchdesk.platform.engine;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts the open tasks in the order in which {@link EngineOpenWork} shows them, so that a page of fifty does not sort twenty
 * thousand. No migration of ours can make it, because the table is the engine's and may not be there yet.
 */
@Component
class DueTaskIndex {

    private final JdbcClient database;

    DueTaskIndex(JdbcClient database) {
        this.database = database;
    }

    @EventListener(ApplicationStartedEvent.class)
    void install() {
        database.sql("create index if not exists WD_IDX_TASK_DUE on ACT_RU_TASK (DUE_DATE_, CREATE_TIME_, ID_)")
                .update();
    }
}
