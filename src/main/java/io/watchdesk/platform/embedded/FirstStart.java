package io.watchdesk.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;

/**
 * A first start of the embedded database that was interrupted begins anew: H2 commits every table by itself, so half of them
 * are left, and no migration goes on from there. A mark stands beside the file until all tables are there; it goes before
 * the first request or job, so nothing that anybody was told is ever put aside. An interrupted upgrade goes back to the copy
 * of {@link BeforeUpgrade} in the same way.
 */
class FirstStart implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        EmbeddedFiles.of(context.getEnvironment().getProperty("spring.datasource.url"))
                .ifPresent(files -> {
                    try {
                        begin(files);
                    } catch (IOException e) {
                        throw new UncheckedIOException("The file of the database cannot be prepared.", e);
                    }
                    context.getBeanFactory().registerSingleton("firstStart", new WholeOnceTablesAreThere(files));
                });
    }

    private static void begin(EmbeddedFiles files) throws IOException {
        if (Files.exists(files.unfinished()) && Files.exists(files.database())) {
            LOG.warn(
                    "The first start was interrupted before all tables were there. It begins anew; the half is in {}.",
                    aside(files));
        }
        if (Files.exists(files.beforeUpgrade())) {
            goBack(files);
        }
        if (!Files.exists(files.database()) && !Files.exists(files.seal())) {
            Files.createDirectories(files.directory());
            Files.writeString(files.unfinished(), "The first start makes the tables.\n");
            keep(files.directory());
        }
    }

    private static void goBack(EmbeddedFiles files) throws IOException {
        Path unpacked = Files.createTempDirectory(files.directory(), "upgrade");
        try {
            EmbeddedFiles before = new EmbeddedFiles(
                    unpacked.resolve(files.database().getFileName().toString()));
            RestoreBackup.unpack(files.beforeUpgrade(), before);
            if (Files.exists(files.database())) {
                LOG.warn(
                        "An upgrade was interrupted before all tables were there. It begins anew with the database as it was before; the half is in {}.",
                        aside(files));
            }
            Files.move(before.database(), files.database(), StandardCopyOption.ATOMIC_MOVE);
            keep(files.directory());
        } finally {
            RestoreBackup.deleteAll(unpacked);
        }
    }

    private static Path aside(EmbeddedFiles files) throws IOException {
        Path aside = files.database().resolveSibling(files.database().getFileName() + ".unfinished");
        Files.move(files.database(), aside, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(files.seal());
        return aside;
    }

    /** Writes the directory itself down, or after a loss of power the mark could be there again. */
    private static void keep(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** Started after every table was made, and before the job executor and the web server. */
    private static final class WholeOnceTablesAreThere implements SmartLifecycle {

        private final EmbeddedFiles files;
        private volatile boolean running;

        WholeOnceTablesAreThere(EmbeddedFiles files) {
            this.files = files;
        }

        @Override
        public void start() {
            try {
                boolean first = Files.deleteIfExists(files.unfinished());
                if (Files.deleteIfExists(files.beforeUpgrade()) || first) {
                    keep(files.directory());
                }
                running = true;
            } catch (IOException e) {
                throw new UncheckedIOException("The mark of the first start cannot be removed.", e);
            }
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return Integer.MIN_VALUE;
        }
    }
}
