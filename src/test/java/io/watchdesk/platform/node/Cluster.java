package io.watchdesk.platform.node;

import io.watchdesk.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nodes of one installation on a database of their own. */
final class Cluster implements AutoCloseable {

    /** Every node needs the same one. */
    private static final String KEY = "d2F0Y2hkZXNrLW5vZGVzLW9mLXRoZS10ZXN0LWtleS4=";

    private final DatabaseServer server;
    private final Path home;
    private final PlayedPlatform platform;
    private final Duration lock;
    private String name;
    private final List<RunningNode> nodes = new ArrayList<>();

    Cluster(DatabaseServer server, Path home, PlayedPlatform platform, Duration lock) {
        this.server = server;
        this.home = home;
        this.platform = platform;
        this.lock = lock;
        this.name = "nodes_" + UUID.randomUUID().toString().replace('-', '_');
        onServer("create database " + name);
    }

    /**
     * Copies the database, which nobody may use meanwhile, with {@code pg_dump} and {@code pg_restore} as operations.md says
     * it, or, where the machine has none, as the server does it by itself; answers what the copy is called.
     */
    String copy() {
        String copy = name + "_copy";
        server.jdbc("postgres")
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
                .param(name)
                .query()
                .listOfRows();
        if (server.programs().isEmpty()) {
            onServer("create database %s template %s".formatted(copy, name));
            return copy;
        }
        String dump = home.resolve("watchdesk.dump").toString();
        program("pg_dump", "--format=custom", "--file=" + dump, name);
        program("createdb", "--owner", "postgres", copy);
        program("pg_restore", "--no-owner", "--role=postgres", "--dbname=" + copy, dump);
        return copy;
    }

    private void program(String program, String... arguments) {
        String[] where = {"--host=localhost", "--port=" + server.port(), "--username=postgres"};
        DatabaseServer.run(
                server.programs().orElseThrow().resolve(program),
                Stream.concat(Stream.of(where), Stream.of(arguments)).toArray(String[]::new));
    }

    /** Works with another database from now on. */
    void uses(String database) {
        name = database;
    }

    Instant databaseTime() {
        return jdbc().sql("select now()").query(OffsetDateTime.class).single().toInstant();
    }

    private void onServer(String sql) {
        server.jdbc("postgres").sql(sql).update();
    }

    /** Starts a node, which takes its time. */
    RunningNode begin(String name, String... more) {
        return kept(RunningNode.start(name, home, with(more)));
    }

    /** Starts a node of another build, see {@link RunningNode#startBuild}. */
    RunningNode beginBuild(String name, List<String> what, String... more) {
        return kept(RunningNode.startBuild(name, home, what, with(more)));
    }

    private RunningNode kept(RunningNode node) {
        nodes.add(node);
        return node;
    }

    private String[] with(String... more) {
        return Stream.concat(settings().stream(), Stream.of(more)).toArray(String[]::new);
    }

    List<String> settings() {
        List<String> settings = new ArrayList<>(TestDatabase.settings(server.url(name)));
        settings.addAll(List.of(
                "--spring.profiles.active=demo",
                "--spring.datasource.hikari.maximum-pool-size=30",
                "--watchdesk.encryption.secret-keys=" + KEY,
                "--watchdesk.node.free-space=1MB",
                "--watchdesk.node.publishing-space=1MB",
                "--watchdesk.test.platform=" + platform.root(),
                "--watchdesk.test.go=" + home.resolve("go"),
                "--camunda.bpm.job-execution.lock-time-in-millis=" + lock.toMillis()));
        return settings;
    }

    /** Lets the demo people begin with the pieces that a node was told of. */
    void go() {
        try {
            Files.createFile(home.resolve("go"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JdbcClient jdbc() {
        return server.jdbc(name);
    }

    /** Publications whose call this node has begun. */
    List<String> inFlight(String node) {
        return jdbc().sql(
                        "select id from publication where state = 'IN_FLIGHT' and call_started_at is not null and node = ?")
                .param(node)
                .query(String.class)
                .list();
    }

    /** Whether all of these wait for a person who looks whether they are out. */
    boolean withPeople(List<String> publications) {
        return publications.stream()
                .allMatch(id -> jdbc().sql(
                                        "select count(*) from act_ru_variable v join act_ru_task t on t.proc_inst_id_ = v.proc_inst_id_"
                                                + " where v.name_ = 'publicationId' and v.text_ = ?"
                                                + " and t.task_def_key_ = 'UserTask_ConfirmPublication'")
                                .param(id)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    boolean published(List<String> publications) {
        return publications.stream()
                .allMatch(id -> jdbc().sql("select state from publication where id = ?")
                        .param(id)
                        .query(String.class)
                        .single()
                        .equals("PUBLISHED"));
    }

    List<Integer> numbers(String sql) {
        return jdbc().sql(sql).query(Integer.class).list();
    }

    List<String> texts(String sql) {
        return jdbc().sql(sql).query(String.class).list();
    }

    @Override
    public void close() {
        nodes.forEach(RunningNode::close);
    }
}
