package io.watchdesk.desk;

import static org.awaitility.Awaitility.await;

import io.watchdesk.testing.RunningDemo;
import io.watchdesk.testing.TableCopies;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How long the pages of the desk and the list of Tasklist take on PostgreSQL in a house with much work behind it: the demo,
 * with its pieces and tasks copied until there are 100,000 pieces, more than 1,000,000 passed activities and 20,000 open
 * tasks, 100,000 files with rights and 20,000 listed words. Asked over HTTP by a manager, the pages in turn. Run:
 * {@code mvn -q test-compile exec:exec@desk-benchmark}
 */
final class DeskBenchmark {

    private static final Duration START = Duration.ofMinutes(5);
    private static final int PIECES = 100_000;
    private static final int TASKS = 20_000;
    private static final int ROUNDS = 30;
    private static final int WARM_UP = 3;
    private static final int FILE_ROUNDS = 5;
    private static final int ACTIVITIES_A_PIECE = 10;
    private static final Pattern LOADED = Pattern.compile("(?:href|src)=\"(/[^\"]+\\.(?:css|js))\"");

    private final JdbcClient jdbc;
    private final TableCopies copies;

    private DeskBenchmark(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.copies = new TableCopies(jdbc);
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("watchdesk-benchmark");
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                RunningDemo demo = RunningDemo.start(
                        directory,
                        TestDatabase.settings(server.getJdbcUrl("postgres", "postgres"))
                                .toArray(String[]::new))) {
            new DeskBenchmark(JdbcClient.create(new DriverManagerDataSource(
                            server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")))
                    .run(demo);
        }
        System.exit(0);
    }

    private void run(RunningDemo demo) throws IOException, InterruptedException {
        await().atMost(START).until(demo::ready);
        await().atMost(START).until(() -> number("select count(*) from publication where state = 'PUBLISHED'") > 0);
        await().atMost(START)
                .until(() ->
                        number("select count(*) from act_ru_task where task_def_key_ = 'UserTask_ReviewContent'") > 0);
        copyPieces();
        copyTasks();
        RegisterBenchmark registers = new RegisterBenchmark(jdbc, TasklistClient.login(demo.root(), "max", "max"));
        registers.fill();
        jdbc.sql("analyze").update();
        System.out.printf(
                "%d pieces, %d publications, %d review stages, %d passed activities, %d open tasks,"
                        + " %d files with rights, %d listed words%n",
                number("select count(*) from content_piece"),
                number("select count(*) from publication"),
                number("select count(*) from review_stage"),
                number("select count(*) from act_hi_actinst"),
                number("select count(*) from act_ru_task"),
                number("select count(*) from content_asset"),
                number(
                        "select count(*) from screening_word where list_number = (select max(number) from screening_list)"));
        measure(demo.root(), registers);
        weigh(demo.root());
    }

    /** A published piece with all that belongs to it, every few minutes through the last 400 days. */
    private void copyPieces() {
        String piece = jdbc.sql("select piece_id from publication where state = 'PUBLISHED' order by id limit 1")
                .query(String.class)
                .single();
        String ago = "interval '400 days' * n / " + PIECES;
        copies.copy("content_piece", "s.id = ?", piece, PIECES, "'id', 'B-' || n, 'opened_at', now() - " + ago);
        copies.copy(
                "content_version",
                "s.piece_id = ?",
                piece,
                PIECES,
                "'piece_id', 'B-' || n, 'submitted_at', now() - " + ago);
        copies.copy(
                "review_round",
                "s.piece_id = ?",
                piece,
                PIECES,
                "'id', s.id || '-' || n, 'piece_id', 'B-' || n, 'opened_at', s.opened_at - %1$s, 'closed_at', s.closed_at - %1$s"
                        .formatted(ago));
        copies.copy(
                "review_stage",
                "s.round_id in (select id from review_round where piece_id = ?)",
                piece,
                PIECES,
                ("'round_id', s.round_id || '-' || n, 'opened_at', s.opened_at - %1$s, 'due_at', s.due_at - %1$s,"
                                + " 'decided_at', s.decided_at - %1$s")
                        .formatted(ago));
        copies.copy(
                "publication",
                "s.piece_id = ?",
                piece,
                PIECES,
                ("'id', s.id || '-' || n, 'piece_id', 'B-' || n, 'ledger_key', s.ledger_key || '-' || n,"
                                + " 'slot_local', s.slot_local - %1$s, 'slot_at', s.slot_at - %1$s,"
                                + " 'published_at', s.published_at - %1$s")
                        .formatted(ago));
        String instances = "(select id_ from act_hi_procinst where business_key_ = ?)";
        copies.copy(
                "act_hi_procinst",
                "s.business_key_ = ?",
                piece,
                PIECES,
                ("'id_', s.id_ || '-' || n, 'proc_inst_id_', s.proc_inst_id_ || '-' || n, 'business_key_', 'B-' || n,"
                                + " 'start_time_', s.start_time_ - %1$s, 'end_time_', s.end_time_ - %1$s")
                        .formatted(ago));
        copies.copy(
                "act_hi_actinst",
                "s.id_ in (select id_ from act_hi_actinst where proc_inst_id_ in " + instances
                        + " order by start_time_ limit " + ACTIVITIES_A_PIECE + ")",
                piece,
                PIECES,
                ("'id_', right(s.id_, 56) || '-' || n, 'proc_inst_id_', s.proc_inst_id_ || '-' || n,"
                                + " 'start_time_', s.start_time_ - %1$s, 'end_time_', s.end_time_ - %1$s")
                        .formatted(ago));
    }

    /** The open tasks of the demo's content line with their instances, each as often as the others. */
    private void copyTasks() {
        List<Map<String, Object>> open = jdbc.sql("select t.id_, t.proc_inst_id_ from act_ru_task t"
                        + " join act_re_procdef d on d.id_ = t.proc_def_id_ where d.key_ like 'content-%'")
                .query()
                .listOfRows();
        for (Map<String, Object> task : open) {
            String instance = (String) task.get("proc_inst_id_");
            int often = TASKS / open.size();
            copies.copy(
                    "act_ru_execution",
                    "s.proc_inst_id_ = ?",
                    instance,
                    often,
                    "'id_', s.id_ || '-' || n, 'proc_inst_id_', s.proc_inst_id_ || '-' || n,"
                            + " 'parent_id_', s.parent_id_ || '-' || n, 'super_exec_', null, 'rev_', 1");
            copies.copy(
                    "act_ru_variable",
                    "s.proc_inst_id_ = ? and s.bytearray_id_ is null and s.task_id_ is null",
                    instance,
                    often,
                    "'id_', s.id_ || '-' || n, 'proc_inst_id_', s.proc_inst_id_ || '-' || n,"
                            + " 'execution_id_', s.execution_id_ || '-' || n, 'var_scope_', s.var_scope_ || '-' || n");
            copies.copy(
                    "act_ru_task",
                    "s.id_ = ?",
                    (String) task.get("id_"),
                    often,
                    "'id_', s.id_ || '-' || n, 'proc_inst_id_', s.proc_inst_id_ || '-' || n,"
                            + " 'execution_id_', s.execution_id_ || '-' || n,"
                            + " 'create_time_', s.create_time_ - interval '1 minute' * n,"
                            + " 'due_date_', s.due_date_ + interval '1 minute' * (n - " + often / 10 + ")");
            copies.copy(
                    "act_ru_identitylink",
                    "s.task_id_ = ?",
                    (String) task.get("id_"),
                    often,
                    "'id_', s.id_ || '-' || n, 'task_id_', s.task_id_ || '-' || n");
        }
    }

    private void measure(URI root, RegisterBenchmark registers) {
        LocalDate month = LocalDate.now(ZoneOffset.UTC).minusDays(31);
        TasklistClient manager = TasklistClient.login(root, "max", "max");
        TasklistClient reviewer = TasklistClient.login(root, "rita", "rita");
        String filter = jdbc.sql("select id_ from act_ru_filter where name_ = 'Review'")
                .query(String.class)
                .single();
        Map<String, Runnable> pages = new LinkedHashMap<>();
        for (String page : List.of(
                "/desk/pipeline",
                "/desk/pipeline?group=reviewers&late=true",
                "/desk/items",
                "/desk/items?text=%E5%92%96%E5%95%A1",
                "/desk/items/B-50",
                "/desk/calendar",
                "/desk/calendar/marks?from=%s&until=%s".formatted(month, month.plusDays(42)),
                "/desk/crises",
                "/desk/on-call",
                "/desk/figures")) {
            pages.put(page, () -> ok(manager.get(page)));
        }
        pages.put(
                "Tasklist: filter Review",
                () -> ok(reviewer.engine("POST", "/filter/" + filter + "/list?firstResult=0&maxResults=15", Map.of())));
        pages.putAll(registers.pages());
        time(pages, WARM_UP, ROUNDS);
        time(registers.files(), 1, FILE_ROUNDS);
    }

    private static void time(Map<String, Runnable> asked, int warmUp, int rounds) {
        Map<String, List<Double>> took = new LinkedHashMap<>();
        for (int round = 0; round < warmUp + rounds; round++) {
            for (Map.Entry<String, Runnable> each : asked.entrySet()) {
                long began = System.nanoTime();
                each.getValue().run();
                if (round >= warmUp) {
                    took.computeIfAbsent(each.getKey(), key -> new ArrayList<>())
                            .add((System.nanoTime() - began) / 1e6);
                }
            }
        }
        System.out.printf("%-62s %8s %8s%n", "ms", "median", "p95");
        took.forEach((name, times) -> {
            List<Double> sorted = times.stream().sorted().toList();
            System.out.printf(
                    "%-62s %8.0f %8.0f%n",
                    name, sorted.get(sorted.size() / 2), sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1));
        });
    }

    /** What a browser loads for a first page, as it comes over the line. */
    private void weigh(URI root) throws IOException, InterruptedException {
        TasklistClient manager = TasklistClient.login(root, "max", "max");
        HttpClient line = HttpClient.newHttpClient();
        for (String page : List.of("/desk/pipeline", "/desk/calendar", "/desk/figures", "/desk/items/B-50")) {
            String html = manager.get(page).text();
            long bytes = html.getBytes(StandardCharsets.UTF_8).length;
            long own = bytes;
            Matcher loaded = LOADED.matcher(html);
            while (loaded.find()) {
                bytes += line.send(
                                HttpRequest.newBuilder(root.resolve(loaded.group(1)))
                                        .header("Accept-Encoding", "gzip")
                                        .build(),
                                BodyHandlers.ofByteArray())
                        .body()
                        .length;
            }
            System.out.printf("%-62s %6.0f kB, of them HTML %.0f kB%n", page, bytes / 1e3, own / 1e3);
        }
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static void ok(TasklistClient.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
    }
}
