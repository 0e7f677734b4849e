package io.watchdesk.platform.access;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Without this index the job executor sorts all waiting jobs for each acquisition, which costs a long line of jobs two
 * thirds of its speed. No migration of ours can make it, because the table is the engine's and may not be there yet.
 */
@Component
class JobPriorityIndex {

    private final JdbcClient database;

    JobPriorityIndex(JdbcClient database) {
        this.database = database;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    void install() {
        database.sql("create index if not exists WD_IDX_JOB_PRIORITY on ACT_RU_JOB (PRIORITY_ desc)")
                .update();
    }
}
