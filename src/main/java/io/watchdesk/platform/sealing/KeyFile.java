package io.watchdesk.platform.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The file with the keys of an installation that names none in its settings: one a line, the newest first. */
final class KeyFile {

    private static final String NAME = "watchdesk.keys";

    private final Path file;

    KeyFile(String dataDirectory) {
        this.file = Path.of(dataDirectory).toAbsolutePath().normalize().resolve(NAME);
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** The lines with keys; nobody but this user may read them. */
    List<String> read() {
        try {
            restrict(file);
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The keys in %s cannot be read.".formatted(file), e);
        }
    }

    void create(String key) {
        try {
            Files.createDirectories(file.getParent());
            Path written = Files.createTempFile(file.getParent(), "keys", null);
            restrict(written);
            Files.writeString(
                    written,
                    "# Opens the secrets in Watchdesk's database. Keep a copy apart from the database's own backups.\n"
                            + key + "\n");
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys cannot be kept in %s.".formatted(file), e);
        }
    }

    private static void restrict(Path path) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
