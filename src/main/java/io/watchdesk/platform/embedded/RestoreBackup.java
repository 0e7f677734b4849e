package io.watchdesk.platform.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.h2.mvstore.MVStoreException;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * The command {@code --watchdesk.restore=<file>}: puts a backup in the place of the embedded database and ends with exit
 * code 0, or with 1 when nothing was changed. The backup is read to its end before anything is moved, and what was there
 * before is kept beside it. It acts as soon as the settings are known: with a damaged database there is nothing to start.
 */
class RestoreBackup implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String KEY = "watchdesk.restore";
    private static final DateTimeFormatter NOW =
            DateTimeFormatter.ofPattern("'before-restore-'uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        String backup = prepared.getEnvironment().getProperty(KEY);
        if (backup != null) {
            System.exit(run(Path.of(backup).toAbsolutePath().normalize(), prepared.getEnvironment()));
        }
    }

    /** After the settings files have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static int run(Path backup, Environment environment) {
        try {
            EmbeddedFiles files = EmbeddedFiles.of(environment.getProperty("spring.datasource.url"))
                    .orElseThrow(() -> new IOException("The settings name no embedded database in a file. A dump of"
                            + " PostgreSQL comes back with pg_restore, see src/docs/operations.md."));
            Path kept = restore(
                    backup,
                    files,
                    environment.getProperty("spring.datasource.username", ""),
                    environment.getProperty("spring.datasource.password", ""),
                    NOW.format(Clock.systemUTC().instant()));
            System.out.printf(
                    "%s is in its place: %s.%n%sStart Watchdesk as usual. Before anything is published it looks up what went out"
                            + " since the backup was made; what no machine can tell is asked of the publishers. What people did"
                            + " since then is not in it.%n",
                    backup,
                    files.database(),
                    kept == null ? "" : "What was there before is kept in %s.%n".formatted(kept));
            return 0;
        } catch (IOException e) {
            System.out.println("Nothing was changed. " + e.getMessage());
            return 1;
        }
    }

    /**
     * @return where the files that were there before are kept, or null when there were none
     * @throws IOException with a sentence, when nothing was changed
     */
    static Path restore(Path backup, EmbeddedFiles files, String user, String password, String keepAs)
            throws IOException {
        if (!Files.isRegularFile(backup)) {
            throw new IOException("There is no file %s.".formatted(backup));
        }
        refuseWhileOpen(files.database());
        Files.createDirectories(files.directory());
        Path unpacked = Files.createTempDirectory(files.directory(), "restore");
        try {
            EmbeddedFiles inside = new EmbeddedFiles(
                    unpacked.resolve(files.database().getFileName().toString()));
            unpack(backup, inside);
            readAll(backup, inside, user, password);
            Path kept = putAway(files, keepAs);
            if (Files.exists(inside.key())) {
                Files.move(inside.key(), files.key(), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(inside.database(), files.database(), StandardCopyOption.ATOMIC_MOVE);
            return kept;
        } finally {
            deleteAll(unpacked);
        }
    }

    private static void refuseWhileOpen(Path database) throws IOException {
        if (!Files.exists(database)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free == null) {
                throw new IOException("Another process works with %s. Stop Watchdesk first.".formatted(database));
            }
        }
    }

    static void unpack(Path backup, EmbeddedFiles to) throws IOException {
        List<Path> wanted = List.of(to.database(), to.key());
        try (InputStream bytes = Files.newInputStream(backup);
                ZipInputStream content = new ZipInputStream(bytes)) {
            for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                for (Path file : wanted) {
                    if (entry.getName().equals(file.getFileName().toString())) {
                        Files.copy(content, file);
                        EmbeddedFiles.restrict(file, "rw-------");
                    }
                }
            }
        } catch (java.util.zip.ZipException damaged) {
            throw new IOException("%s is damaged: %s. Take another backup.".formatted(backup, damaged.getMessage()));
        }
        if (!Files.exists(to.database())) {
            throw new IOException("%s is no backup of this database: it holds no %s."
                    .formatted(backup, to.database().getFileName()));
        }
    }

    private static void readAll(Path backup, EmbeddedFiles inside, String user, String password) throws IOException {
        String key = Files.exists(inside.key()) ? Files.readString(inside.key()).strip() : password;
        String url = "jdbc:h2:file:%s;WRITE_DELAY=0;IFEXISTS=TRUE"
                .formatted(inside.database().toString().replaceFirst("\\.mv\\.db$", ""));
        try (Connection connection = DriverManager.getConnection(url, user, key)) {
            System.out.printf("%s is whole: %d rows were read.%n", backup, Inspection.readEverything(connection));
        } catch (SQLException | MVStoreException e) {
            throw new IOException("%s cannot be read: %s Take another backup.".formatted(backup, e.getMessage()), e);
        }
    }

    private static Path putAway(EmbeddedFiles files, String keepAs) throws IOException {
        Path kept = null;
        for (Path file :
                List.of(files.database(), files.key(), files.seal(), files.unfinished(), files.beforeUpgrade())) {
            if (Files.exists(file)) {
                kept = files.directory().resolve(keepAs);
                if (!Files.exists(kept)) {
                    Files.createDirectory(kept);
                    EmbeddedFiles.restrict(kept, "rwx------");
                }
                Files.move(file, kept.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return kept;
    }

    static void deleteAll(Path directory) throws IOException {
        try (var left = Files.list(directory)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }
}
