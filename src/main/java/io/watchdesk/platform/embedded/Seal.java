package io.watchdesk.platform.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What tells a whole database file from one that lost its end: H2 opens such a file without a word, with what an older
 * state of it held. After an orderly stop it is the file's hash; while the application runs, and so after a crash, the
 * number of the newest state that was surely written.
 *
 * @param version the number of a state that was written, or null after an orderly stop
 * @param sha256 the hash of the whole file, or null while it is in use
 */
record Seal(Long version, String sha256) {

    private static final String RUNNING = "running ";
    private static final String CLOSED = "closed ";
    private static final int BLOCK = 1 << 20;

    static Seal running(long version) {
        return new Seal(version, null);
    }

    static Seal closed(Path database) throws IOException {
        return new Seal(null, hash(database));
    }

    static Optional<Seal> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String line = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (line.matches(RUNNING + "\\d{1,18}")) {
            return Optional.of(running(Long.parseLong(line.substring(RUNNING.length()))));
        }
        if (line.matches(CLOSED + "[0-9a-f]{64}")) {
            return Optional.of(new Seal(null, line.substring(CLOSED.length())));
        }
        return Optional.empty();
    }

    /** Replaces the seal at once, so that a crash leaves the old one or the new one. */
    void write(Path file) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        String line = version == null ? CLOSED + sha256 : RUNNING + version;
        try (FileChannel channel = FileChannel.open(
                written, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        EmbeddedFiles.restrict(written, "rw-------");
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether the file is the one that was closed. */
    boolean fits(Path database) throws IOException {
        return sha256.equals(hash(database));
    }

    private static String hash(Path database) throws IOException {
        try (InputStream content = Files.newInputStream(database)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[BLOCK];
            for (int read = content.read(block); read >= 0; read = content.read(block)) {
                digest.update(block, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }
}
