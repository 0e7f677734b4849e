package io.watchdesk.benchmark;

import static org.awaitility.Awaitility.await;

import io.watchdesk.testing.RunningDemo;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How long a start takes until people may be sent to it, with much history behind it: after an orderly stop and after a kill,
 * in turn. Run: {@code mvn -q test-compile exec:exec@restart-benchmark [-Drestart="postgresql 100000 5"]}
 */
final class RestartBenchmark {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String FINISHED = "processDefinitionKey=content-publication&finished=true";

    /** What a finished instance leaves behind. */
    private static final List<String> HISTORY =
            List.of("act_hi_procinst", "act_hi_actinst", "act_hi_taskinst", "act_hi_varinst");

    /** Columns whose values belong to one copy only. */
    private static final List<String> OWN =
            List.of("ID_", "PROC_INST_ID_", "ROOT_PROC_INST_ID_", "EXECUTION_ID_", "BUSINESS_KEY_");

    private final Path directory;
    private final String url;
    private final String user;
    private final String[] settings;

    private RestartBenchmark(Path directory, String url, String user, String... settings) {
        this.directory = directory;
        this.url = url;
        this.user = user;
        this.settings = settings;
    }

    /** @param arguments {@code h2} or {@code postgresql}; finished process instances; starts of each kind */
    public static void main(String[] arguments) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Path directory = Files.createTempDirectory("watchdesk-benchmark");
        int instances = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        if (arguments[0].equals("postgresql")) {
            try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
                String url = server.getJdbcUrl("postgres", "postgres");
                new RestartBenchmark(
                                directory,
                                url,
                                "postgres",
                                TestDatabase.settings(url).toArray(String[]::new))
                        .run(instances, rounds);
            }
        } else {
            Path file = directory.resolve("data/watchdesk");
            new RestartBenchmark(directory, "jdbc:h2:file:" + file, "watchdesk").run(instances, rounds);
        }
        System.exit(0);
    }

    private void run(int instances, int rounds) throws IOException, SQLException {
        try (RunningDemo first = RunningDemo.start(directory, settings)) {
            await().atMost(LONGEST).until(first::ready);
            TasklistClient manager = TasklistClient.login(first.root(), "max", "max");
            await().atMost(LONGEST)
                    .until(() -> manager.engine("GET", "/history/process-instance/count?" + FINISHED, null)
                                    .json()
                                    .path("count")
                                    .asInt()
                            > 0);
        }
        fill(instances);
        List<Double> afterStop = new ArrayList<>();
        List<Double> afterKill = new ArrayList<>();
        start(RunningDemo::close);
        for (int round = 0; round < rounds; round++) {
            afterStop.add(start(RunningDemo::kill));
            afterKill.add(start(RunningDemo::close));
        }
        Map.of("after an orderly stop", afterStop, "after a kill", afterKill)
                .forEach((what, seconds) -> System.out.printf(
                        "%-24s ready after s: median %.1f, most %.1f (%d)%n",
                        what,
                        seconds.stream().sorted().toList().get(seconds.size() / 2),
                        seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                        seconds.size()));
    }

    /** Seconds until people may be sent to it; then it is ended in this way. */
    private double start(Consumer<RunningDemo> end) {
        long began = System.nanoTime();
        RunningDemo demo = RunningDemo.start(directory, settings);
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(100)).until(demo::ready);
        double took = (System.nanoTime() - began) / 1e9;
        end.accept(demo);
        return took;
    }

    /** Copies what a finished publication left behind. */
    private void fill(int instances) throws IOException, SQLException {
        boolean embedded = url.startsWith("jdbc:h2");
        String password = embedded
                ? Files.readString(directory.resolve("data/watchdesk.password")).strip()
                : "postgres";
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            String finished = jdbc.sql("select p.proc_inst_id_ from act_hi_procinst p join act_re_procdef d"
                            + " on d.id_ = p.proc_def_id_ where d.key_ = 'content-publication'"
                            + " and p.end_time_ is not null order by p.proc_inst_id_ fetch first 1 rows only")
                    .query(String.class)
                    .single();
            String numbers = embedded
                    ? "system_range(1, %d) as n (number)".formatted(instances)
                    : "generate_series(1, %d) as n (number)".formatted(instances);
            for (String table : HISTORY) {
                copy(connection, jdbc, table, numbers, finished);
            }
        }
        if (embedded) {
            // The file was changed on purpose by another program.
            Files.delete(directory.resolve("data/watchdesk.seal"));
            System.out.printf(
                    "The file has %d MB.%n", Files.size(directory.resolve("data/watchdesk.mv.db")) / 1_000_000);
        }
    }

    private static void copy(Connection connection, JdbcClient jdbc, String table, String numbers, String finished)
            throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, "%", table(connection, table), "%")) {
            while (found.next()) {
                String column = found.getString("COLUMN_NAME");
                columns.add(column);
                values.add(
                        OWN.contains(column.toUpperCase(Locale.ROOT))
                                ? "right(s.%s, 56) || '-' || n.number".formatted(column)
                                : "s." + column);
            }
        }
        int rows = jdbc.sql("insert into %s (%s) select %s from %s s cross join %s where s.proc_inst_id_ = ?"
                        .formatted(table, String.join(", ", columns), String.join(", ", values), table, numbers))
                .param(finished)
                .update();
        System.out.printf("%s: %d rows%n", table, rows);
    }

    private static String table(Connection connection, String name) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }
}
