package io.watchdesk.platform.engine;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Frees the jobs that this machine held when it died, before the job executor starts: the engine would wait until their
 * locks end, because each start is a new owner to it. Only on the embedded database, whose file proves that nobody else
 * runs.
 */
@Component
class OwnLocks extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(OwnLocks.class);

    private final JdbcClient database;
    private final boolean alone;

    OwnLocks(DataSource database, @Value("${spring.datasource.url}") String url) {
        this.database = JdbcClient.create(database);
        this.alone = url.regionMatches(true, 0, "jdbc:h2:", 0, "jdbc:h2:".length());
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        if (!alone) {
            return;
        }
        int freed = database.sql("update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1"
                        + " where LOCK_OWNER_ is not null")
                .update();
        if (freed > 0) {
            LOG.info("{} jobs that the last run had begun when it died are started again at once.", freed);
        }
    }
}
