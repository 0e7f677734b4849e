package io.watchdesk.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the embedded database before a newer version changes its tables. H2 commits each change of a table by itself, so
 * whoever is killed between two of them would find tables that no version knows; {@link FirstStart} goes back to the copy
 * then, and the upgrade begins anew. The copy is gone as soon as all tables are there.
 */
final class BeforeUpgrade implements Callback {

    private static final Logger LOG = LoggerFactory.getLogger(BeforeUpgrade.class);

    private final EmbeddedFiles files;

    BeforeUpgrade(EmbeddedFiles files) {
        this.files = files;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (Files.exists(files.unfinished()) || Files.exists(files.beforeUpgrade())) {
            return;
        }
        Path written =
                files.beforeUpgrade().resolveSibling(files.beforeUpgrade().getFileName() + ".new");
        try (Statement statement = context.getConnection().createStatement()) {
            Files.deleteIfExists(written);
            statement.execute("backup to '%s'".formatted(written.toString().replace("'", "''")));
            EmbeddedFiles.restrict(written, "rw-------");
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(written, files.beforeUpgrade(), StandardCopyOption.ATOMIC_MOVE);
            LOG.info("The database was copied to {} before its tables are changed.", files.beforeUpgrade());
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be copied before its tables are changed.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The database cannot be copied before its tables are changed.", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "copy before an upgrade";
    }
}
