package io.watchdesk.faults;

import io.watchdesk.testing.RunningDemo;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL server that can be stopped, killed and started again on the same data and port. */
final class OwnPostgres implements AutoCloseable {

    /** The database that is there from the start. */
    static final String FIRST = "postgres";

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;
    private int databases;

    private OwnPostgres(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    static OwnPostgres start(Path data) {
        OwnPostgres postgres = new OwnPostgres(data, RunningDemo.freePort());
        postgres.start();
        return postgres;
    }

    void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("max_connections", "400")
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

    /** Makes another, empty database; answers its name. */
    synchronized String create() {
        String name = "world_" + ++databases;
        JdbcClient.create(database(FIRST)).sql("create database " + name).update();
        return name;
    }

    String url(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
    }

    /** Where the first database is reached by another port. */
    String url(int throughPort) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(throughPort, FIRST);
    }

    int port() {
        return port;
    }

    DataSource database(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url(name));
        source.setUser("postgres");
        source.setPassword("postgres");
        return source;
    }

    @Override
    public void close() {
        stop();
    }
}
