package io.watchdesk.platform.embedded;

import io.watchdesk.platform.OrderlyEnd;
import io.watchdesk.platform.Watched;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes backups, makes room and notes what was written, while the application runs. */
class EmbeddedRounds implements Watched {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRounds.class);
    private static final int SEAL_SECONDS = 5;
    /** The first start has better things to do in its first minute. */
    private static final int FIRST_BACKUP_SECONDS = 60;

    private final EmbeddedFiles files;
    private final Backups backups;
    private final BackupSettings settings;
    private final Compaction compaction;
    private final JdbcClient database;
    private final ScheduledThreadPoolExecutor sealing = thread("database-seal");
    private final ScheduledThreadPoolExecutor copying = thread("database-backup");
    private final ScheduledThreadPoolExecutor compacting = thread("database-compaction");
    private volatile long seen;
    private volatile long sealed;

    EmbeddedRounds(
            EmbeddedFiles files, Backups backups, BackupSettings settings, Compaction compaction, JdbcClient database) {
        this.files = files;
        this.backups = backups;
        this.settings = settings;
        this.compaction = compaction;
        this.database = database;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        compaction.begin(compacting);
        sealing.scheduleWithFixedDelay(this::seal, 0, SEAL_SECONDS, TimeUnit.SECONDS);
        if (!settings.every().isZero()) {
            next(Math.max(
                    Math.min(FIRST_BACKUP_SECONDS, settings.every().toSeconds()),
                    backups.pause().toSeconds()));
        }
    }

    /** Seals the state of the last look: it is on the disk by now, whatever H2 still writes. */
    private void seal() {
        try {
            long before = seen;
            seen = database.sql("select setting_value from information_schema.settings"
                            + " where setting_name = 'info.CURRENT_VERSION'")
                    .query(Long.class)
                    .single();
            if (before > sealed) {
                Seal.running(before).write(files.seal());
                sealed = before;
            }
        } catch (IOException | DataAccessException e) {
            LOG.warn("The state of the database could not be noted: {}", e.getMessage());
        }
    }

    /** After a full disk H2 closes the file and opens it again, and must come back with all that it had. */
    @Override
    public List<Trouble> troubles() {
        return seen >= sealed
                ? List.of()
                : List.of(new Trouble(
                        "database",
                        "The database file %s has lost its newest part while it was in use. Stop Watchdesk and restore the newest backup."
                                .formatted(files.database())));
    }

    @Override
    public boolean ofThisMachine() {
        return true;
    }

    private void next(long seconds) {
        copying.schedule(
                () -> {
                    try {
                        backups.make();
                    } finally {
                        if (!copying.isShutdown()) {
                            next(settings.every().toSeconds());
                        }
                    }
                },
                seconds,
                TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        backups.end();
        OrderlyEnd.of(compacting);
        OrderlyEnd.of(sealing);
        OrderlyEnd.of(copying);
    }

    private static ScheduledThreadPoolExecutor thread(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }
}
