package io.watchdesk.platform.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes room in the file of the embedded database. Each commit writes the pages that it changed into a new part of the file,
 * which stays whole as long as one page of it is in use; H2 rewrites such pages in the thread that commits later, and there is
 * none where every commit is durable. Without this the file grew to twenty times of what it held (11 GB after a thousand
 * crises).
 */
final class Compaction {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    private final DataSource database;
    private final OneCommitAtATime turns;
    private final CompactionSettings settings;
    private boolean failing;

    Compaction(DataSource database, OneCommitAtATime turns, CompactionSettings settings) {
        this.database = database;
        this.turns = turns;
        this.settings = settings;
    }

    /** Goes on until the thread is shut down. */
    void begin(ScheduledThreadPoolExecutor thread) {
        if (!settings.every().isZero()) {
            long every = settings.every().toMillis();
            thread.scheduleWithFixedDelay(this::quietStep, every, every, TimeUnit.MILLISECONDS);
        }
    }

    private void quietStep() {
        try {
            step();
            failing = false;
        } catch (SQLException | MVStoreException e) {
            // Once is enough for what may last, as a full disk does.
            if (!failing) {
                LOG.warn("No room is made in the database's file at the moment: {}", e.getMessage());
            }
            failing = true;
        }
    }

    /**
     * Rewrites what is in use of some old parts of the file, or moves parts to its front when the rest is free; answers whether
     * there was something to do.
     */
    boolean step() throws SQLException {
        try (Connection connection = database.getConnection()) {
            MVStore store = EmbeddedStore.of(connection);
            return turns.alone(() -> rewritten(store) || moved(store));
        }
    }

    private boolean rewritten(MVStore store) {
        boolean some =
                store.compact(settings.below(), Math.toIntExact(settings.step().toBytes()));
        if (some) {
            store.commit();
        }
        return some;
    }

    private boolean moved(MVStore store) {
        if (!(store.getFileStore() instanceof RandomAccessStore file) || file.getFillRate() >= settings.below()) {
            return false;
        }
        file.compactMoveChunks(settings.below(), settings.step().toBytes(), store);
        return true;
    }
}
