package io.watchdesk.platform.node;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A PostgreSQL server: the one that comes with the tests, or with {@code -Dwatchdesk.test.postgresql=/usr/lib/postgresql/15}
 * one that is installed on this machine, which has {@code pg_dump} and {@code pg_restore} too.
 *
 * @param programs where its programs are, if it has more than the server itself
 */
record DatabaseServer(int port, Optional<Path> programs, AutoCloseable end) implements AutoCloseable {

    private static final String CONNECTIONS = "200";

    static DatabaseServer start(Path home) {
        try {
            String installed = System.getProperty("watchdesk.test.postgresql");
            return installed == null ? embedded() : installed(Path.of(installed, "bin"), home.resolve("server"));
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start.", e);
        }
    }

    private static DatabaseServer embedded() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", CONNECTIONS)
                .start();
        return new DatabaseServer(server.getPort(), Optional.empty(), server);
    }

    private static DatabaseServer installed(Path programs, Path data) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        run(programs.resolve("initdb"), "--pgdata=" + data, "--username=postgres", "--auth=trust");
        Process server = new ProcessBuilder(command(
                        programs.resolve("postgres"),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-k",
                        data.toString(),
                        "-c",
                        "max_connections=" + CONNECTIONS,
                        "-c",
                        "fsync=off"))
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("server.txt").toFile())
                .start();
        DatabaseServer started = new DatabaseServer(port, Optional.of(programs), () -> {
            server.destroy();
            server.waitFor(30, TimeUnit.SECONDS);
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> started.jdbc("postgres")
                        .sql("select 1")
                        .query(Integer.class)
                        .single()
                        .equals(1));
        return started;
    }

    /** Runs one of its programs to its end. */
    static void run(Path program, String... arguments) {
        try {
            Path said = Files.createTempFile("program", ".txt");
            int exit = new ProcessBuilder(command(program, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException(
                        "%s ended with %d: %s".formatted(program, exit, Files.readString(said)));
            }
            Files.delete(said);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** PostgreSQL does not work for root; a name space in which nobody is root is enough for it. */
    private static List<String> command(Path program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
    }

    JdbcClient jdbc(String database) {
        return JdbcClient.create(new DriverManagerDataSource(url(database), "postgres", "postgres"));
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
