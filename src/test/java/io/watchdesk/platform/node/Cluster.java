package io.watchdesk.platform.node;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Nodes of one installation on a database of their own. */
final class Cluster implements AutoCloseable {

    /** Every node needs the same one. */
    private static final String KEY = "d2F0Y2hkZXNrLW5vZGVzLW9mLXRoZS10ZXN0LWtleS4=";

    private final Path home;
    private final PlayedPlatform platform;
    private final Duration lock;
    private final String url;
    private final List<RunningNode> nodes = new ArrayList<>();

    Cluster(EmbeddedPostgres server, Path home, PlayedPlatform platform, Duration lock) {
        String name = "nodes_" + UUID.randomUUID().toString().replace('-', '_');
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.home = home;
        this.platform = platform;
        this.lock = lock;
        this.url = server.getJdbcUrl("postgres", name);
    }

    /** Starts a node, which takes its time. */
    RunningNode begin(String name, String... more) {
        List<String> arguments = new ArrayList<>(settings());
        arguments.addAll(List.of(more));
        RunningNode node = RunningNode.start(name, home, arguments.toArray(String[]::new));
        nodes.add(node);
        return node;
    }

    List<String> settings() {
        return List.of(
                "--spring.profiles.active=demo",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--spring.datasource.hikari.maximum-pool-size=30",
                "--watchdesk.encryption.secret-keys=" + KEY,
                "--watchdesk.node.free-space=1MB",
                "--watchdesk.node.publishing-space=1MB",
                "--watchdesk.test.platform=" + platform.root(),
                "--camunda.bpm.job-execution.lock-time-in-millis=" + lock.toMillis());
    }

    JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
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

    @Override
    public void close() {
        nodes.forEach(RunningNode::close);
    }
}
