package io.watchdesk.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the embedded database lies, and what lies beside it.
 *
 * @param database the file itself, {@code watchdesk.mv.db}
 */
public record EmbeddedFiles(Path database) {

    static final String BACKUP = "watchdesk-\\d{8}T\\d{6}Z\\.zip";

    private static final String URL = "jdbc:h2:file:";
    private static final String ENDING = "\\.mv\\.db$";

    /** The files that a JDBC URL names; empty for other databases and for one in memory. */
    public static Optional<EmbeddedFiles> of(String url) {
        if (url == null || !url.regionMatches(true, 0, URL, 0, URL.length())) {
            return Optional.empty();
        }
        String file = url.substring(URL.length()).split(";", 2)[0];
        return Optional.of(
                new EmbeddedFiles(Path.of(file + ".mv.db").toAbsolutePath().normalize()));
    }

    /** The database's password. */
    public Path key() {
        return beside(".password");
    }

    /** What the last run left to recognise the file by. */
    Path seal() {
        return beside(".seal");
    }

    /** Stands there while the first start makes the tables. */
    Path unfinished() {
        return beside(".first-start");
    }

    /** A copy that stands there while an upgrade changes the tables. */
    Path beforeUpgrade() {
        return beside(".before-upgrade.zip");
    }

    Path directory() {
        return database.getParent();
    }

    Path backups() {
        return directory().resolve("backups");
    }

    /** The backups in a directory, newest first. */
    static List<Path> backupsIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(BACKUP))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The directory of the backups cannot be read.", e);
        }
    }

    /** Keeps a file or directory to this user, where the machine knows such rights. */
    public static void restrict(Path path, String permissions) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private Path beside(String ending) {
        return database.resolveSibling(database.getFileName().toString().replaceFirst(ENDING, ending));
    }
}
