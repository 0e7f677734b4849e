package io.watchdesk.platform.embedded;

import io.watchdesk.platform.Watched;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Copies the embedded database while it is worked with, as a file of its own that holds all that a restore needs. The
 * copy knows that it is one: it is made while a mark stands in the database, so that whoever starts it, however it came
 * back, first looks what went out since.
 */
class Backups implements Watched {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'watchdesk-'uuuuMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);
    private static final int MISSED_UNTIL_ALARM = 3;

    private final EmbeddedFiles files;
    private final Path directory;
    private final BackupSettings settings;
    private final DataSource database;
    private final OneCommitAtATime turns;
    private final Clock clock;
    private final Instant begun;
    private volatile String failure;
    private volatile boolean ended;

    Backups(
            EmbeddedFiles files,
            Path directory,
            BackupSettings settings,
            DataSource database,
            OneCommitAtATime turns,
            Clock clock) {
        this.files = files;
        this.directory = directory;
        this.settings = settings;
        this.database = database;
        this.turns = turns;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** Makes one now and removes what is too old; what goes wrong is kept for the alarm. */
    Optional<Path> make() {
        if (ended) {
            return Optional.empty();
        }
        try {
            Path made = write();
            prune();
            failure = null;
            LOG.info("Backup {} ({} KB).", made, Files.size(made) / 1024);
            return Optional.of(made);
        } catch (IOException | SQLException | DataAccessException | MVStoreException e) {
            if (ended) {
                LOG.info("No backup was made, because Watchdesk is stopped.");
                return Optional.empty();
            }
            failure = Optional.ofNullable(e.getMessage())
                    .orElse(e.getClass().getSimpleName())
                    .lines()
                    .findFirst()
                    .orElse("");
            LOG.error("The backup to {} failed.", directory, e);
            return Optional.empty();
        }
    }

    /** Gives up what is being copied, so that the database is not closed under it. */
    void end() {
        ended = true;
    }

    /** How long to wait for the next one. */
    Duration pause() {
        return newest().map(Backups::madeAt)
                .map(last -> Duration.between(clock.instant(), last.plus(settings.every())))
                .filter(pause -> !pause.isNegative())
                .orElse(Duration.ZERO);
    }

    @Override
    public List<Trouble> troubles() {
        if (settings.every().isZero()) {
            return List.of();
        }
        String last = newest().map(Path::toString).orElse("none");
        if (failure != null) {
            return List.of(new Trouble(
                    "backup",
                    "The backup of the database to %s failed: %s The newest one is %s. Mend the cause (space, rights); it is tried again by itself."
                            .formatted(directory, sentence(failure), last)));
        }
        Instant since = newest().map(Backups::madeAt).filter(begun::isBefore).orElse(begun);
        boolean old =
                since.plus(settings.every().multipliedBy(MISSED_UNTIL_ALARM)).isBefore(clock.instant());
        return old
                ? List.of(new Trouble(
                        "backup",
                        "The newest backup of the database, %s, is too old: one is made every %s. See the log."
                                .formatted(last, settings.every())))
                : List.of();
    }

    @Override
    public boolean ofThisMachine() {
        return true;
    }

    private Path write() throws IOException, SQLException {
        Files.createDirectories(directory);
        EmbeddedFiles.restrict(directory, "rwx------");
        Instant now = clock.instant();
        Path made = directory.resolve(NAME.format(now));
        Path written = directory.resolve("unfinished.zip");
        Files.deleteIfExists(written);
        copy(written, now);
        addKey(written);
        readBack(written);
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return Files.move(written, made, StandardCopyOption.ATOMIC_MOVE);
    }

    private void copy(Path written, Instant now) throws IOException, SQLException {
        try (Connection connection = database.getConnection();
                OutputStream bytes = Files.newOutputStream(written);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            EmbeddedFiles.restrict(written, "rw-------");
            // People work on the same processors meanwhile.
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(files.database().getFileName().toString()));
            JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            MVStore store = EmbeddedStore.of(connection);
            mark(client, now);
            try (EmbeddedStore.State state = turns.alone(() -> EmbeddedStore.state(store))) {
                // At once: an original that is killed while the copy is written must not be taken for one.
                mark(client, null);
                state.writeTo(zip, () -> ended);
            } catch (MVStoreException unreadable) {
                mark(client, null);
                throw unreadable;
            }
            zip.closeEntry();
        }
    }

    private static void mark(JdbcClient client, Instant at) {
        client.sql("update restored_backup set taken_at = ? where id = 1")
                .param(at == null ? null : at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Without its password the copy could not be opened; it lies in the open beside the file anyway. */
    private void addKey(Path zip) throws IOException {
        if (!Files.exists(files.key())) {
            return;
        }
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of())) {
            Files.copy(files.key(), inside.getPath(files.key().getFileName().toString()));
        }
    }

    /** Reads all of it once: the sums in it tell whether the disk kept what was written. */
    private void readBack(Path zip) throws IOException {
        boolean found = false;
        try (InputStream bytes = Files.newInputStream(zip);
                ZipInputStream content = new ZipInputStream(bytes)) {
            for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                content.transferTo(OutputStream.nullOutputStream());
                found |= entry.getName().equals(files.database().getFileName().toString());
            }
        }
        if (!found) {
            throw new IOException("The backup does not hold " + files.database().getFileName());
        }
    }

    private void prune() throws IOException {
        List<Path> all = EmbeddedFiles.backupsIn(directory);
        for (Path old : all.subList(Math.min(settings.keep(), all.size()), all.size())) {
            Files.deleteIfExists(old);
        }
    }

    private Optional<Path> newest() {
        return EmbeddedFiles.backupsIn(directory).stream().findFirst();
    }

    static Instant madeAt(Path backup) {
        return Instant.from(NAME.parse(backup.getFileName().toString()));
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
