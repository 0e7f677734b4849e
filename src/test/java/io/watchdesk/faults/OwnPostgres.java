package io.watchdesk.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server that can be stopped, killed and started again on the same data and port. */
final class OwnPostgres implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private OwnPostgres(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    static OwnPostgres start(Path data) {
        try (ServerSocket free = new ServerSocket(0)) {
            OwnPostgres postgres = new OwnPostgres(data, free.getLocalPort());
            free.close();
            postgres.start();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("max_connections", "120")
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it in order; whoever is connected is thrown out. */
    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the server and all its children, as a machine without power does. */
    void kill() {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            var children = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            postmaster.onExit().join();
            children.forEach(child -> child.onExit().join());
            // Lets go of the directory; that there is nothing left to stop is what it logs.
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url(port);
    }

    String url(int throughPort) {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(throughPort);
    }

    int port() {
        return port;
    }

    DataSource database() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url());
        source.setUser("postgres");
        source.setPassword("postgres");
        return source;
    }

    @Override
    public void close() {
        stop();
    }
}
