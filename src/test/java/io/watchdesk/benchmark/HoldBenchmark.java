package io.watchdesk.benchmark;

import static org.awaitility.Awaitility.await;

import io.watchdesk.testing.RunningDemo;
import io.watchdesk.testing.SignalSender;
import io.watchdesk.testing.TableCopies;
import io.watchdesk.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A red crisis on an account on which many posts wait for their slots, on PostgreSQL: when the first page is delivered, when
 * nothing of them can go out any more, and when each of them is with the publishers; beside it, a crisis on an account on which
 * nothing waits. Run: {@code mvn -q test-compile exec:exec@hold-benchmark [-Dhold=10000]}
 */
final class HoldBenchmark {

    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String WAITING = "UserTask_AwaitSlot";
    private static final String HELD = "UserTask_DecideHeldPublication";

    private final JdbcClient jdbc;
    private final SignalSender monitor;

    private HoldBenchmark(JdbcClient jdbc, SignalSender monitor) {
        this.jdbc = jdbc;
        this.monitor = monitor;
    }

    /** @param arguments how many posts wait */
    public static void main(String[] arguments) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Path directory = Files.createTempDirectory("watchdesk-benchmark");
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            String[] settings = Stream.of(TestDatabase.settings(url), SignalSender.settings(0, "monitor"))
                    .flatMap(List::stream)
                    .toArray(String[]::new);
            try (RunningDemo demo = RunningDemo.start(directory, settings)) {
                await().atMost(LONGEST).until(demo::ready);
                JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
                new HoldBenchmark(jdbc, new SignalSender(demo.root(), "monitor")).run(Integer.parseInt(arguments[0]));
            }
        }
        System.exit(0);
    }

    private void run(int posts) {
        // The demo's own people hold one of its posts, which must not be the one that is copied.
        await().atMost(LONGEST).until(() -> number("select count(*) from publication_hold") > 0 && tasks(WAITING) > 0);
        String task = jdbc.sql("select id_ from act_ru_task where task_def_key_ = ? order by create_time_ limit 1")
                .param(WAITING)
                .query(String.class)
                .single();
        String publication = jdbc.sql("select v.text_ from act_ru_variable v join act_ru_task t"
                        + " on t.proc_inst_id_ = v.proc_inst_id_ where t.id_ = ? and v.name_ = 'publicationId'")
                .param(task)
                .query(String.class)
                .single();
        String account = jdbc.sql("select account_id from publication where id = ?")
                .param(publication)
                .query(String.class)
                .single();
        copy(task, publication, posts);
        jdbc.sql("analyze").update();
        System.out.printf("%d posts wait for their slots, on %s.%n", tasks(WAITING), account);

        crisis("an account that does not exist here", 0);
        crisis(account, posts);
    }

    /** Copies a waiting post with its piece and its process, its slot in a month. */
    private void copy(String task, String publication, int posts) {
        String piece = jdbc.sql("select piece_id from publication where id = ?")
                .param(publication)
                .query(String.class)
                .single();
        String instance = jdbc.sql("select proc_inst_id_ from act_ru_task where id_ = ?")
                .param(task)
                .query(String.class)
                .single();
        TableCopies copies = new TableCopies(jdbc);
        String later = "interval '30 days'";
        copies.copy("content_piece", "s.id = ?", piece, posts, "'id', 'B-' || n");
        copies.copy("content_version", "s.piece_id = ?", piece, posts, "'piece_id', 'B-' || n");
        copies.copy(
                "publication",
                "s.id = ?",
                publication,
                posts,
                ("'id', s.id || '-' || n, 'piece_id', 'B-' || n, 'ledger_key', s.ledger_key || '-' || n,"
                                + " 'slot_local', s.slot_local + %1$s, 'slot_at', s.slot_at + %1$s")
                        .formatted(later));
        String same = "'id_', s.id_ || '-' || n, 'proc_inst_id_', s.proc_inst_id_ || '-' || n,"
                + " 'execution_id_', s.execution_id_ || '-' || n";
        copies.copy(
                "act_ru_execution",
                "s.proc_inst_id_ = ?",
                instance,
                posts,
                "'id_', s.id_ || '-' || n, 'proc_inst_id_', s.proc_inst_id_ || '-' || n,"
                        + " 'root_proc_inst_id_', s.proc_inst_id_ || '-' || n, 'parent_id_', s.parent_id_ || '-' || n,"
                        + " 'super_exec_', null, 'business_key_', case when s.business_key_ is null then null else"
                        + " 'B-' || n end");
        copies.copy("act_ru_task", "s.proc_inst_id_ = ?", instance, posts, same);
        copies.copy(
                "act_ru_variable",
                "s.bytearray_id_ is null and s.proc_inst_id_ = ?",
                instance,
                posts,
                same
                        + ", 'var_scope_', s.var_scope_ || '-' || n, 'task_id_', s.task_id_ || '-' || n, 'text_', case s.name_"
                        + " when 'publicationId' then s.text_ || '-' || n when 'pieceId' then 'B-' || n else s.text_ end");
        copies.copy("act_ru_event_subscr", "s.proc_inst_id_ = ?", instance, posts, same);
        copies.copy(
                "act_ru_identitylink",
                "s.task_id_ = ?",
                task,
                posts,
                "'id_', s.id_ || '-' || n, 'task_id_', s.task_id_ || '-' || n");
        copies.copy(
                "act_ru_job",
                "s.process_instance_id_ = ?",
                instance,
                posts,
                "'id_', s.id_ || '-' || n, 'process_instance_id_', s.process_instance_id_ || '-' || n,"
                        + " 'execution_id_', s.execution_id_ || '-' || n, 'duedate_', s.duedate_ + " + later);
    }

    private void crisis(String account, int posts) {
        long pages = delivered();
        long holds = number("select count(*) from publication_hold");
        long held = tasks(HELD);
        Instant began = Instant.now();
        SignalSender.Answer answer = monitor.send(
                Map.of(
                        "title",
                        "A grave matter",
                        "account",
                        account,
                        "topic",
                        UUID.randomUUID().toString(),
                        "facts",
                        Map.of("hotSearch", "true")),
                Instant.now());
        Duration hold = since(began, () -> number("select count(*) from publication_hold") > holds);
        Duration page = since(began, () -> delivered() > pages);
        Duration all = since(began, () -> tasks(HELD) >= held + posts);
        System.out.printf(
                "crisis on %s (%d): held after %.1f s, first page delivered after %.1f s, %d posts with the publishers after %.1f s%n",
                account,
                answer.status(),
                hold.toMillis() / 1e3,
                page.toMillis() / 1e3,
                tasks(HELD) - held,
                all.toMillis() / 1e3);
    }

    private static Duration since(Instant began, Callable<Boolean> reached) {
        await().atMost(LONGEST).pollInterval(LOOK).until(reached);
        return Duration.between(began, Instant.now());
    }

    private long delivered() {
        return number("select count(*) from crisis_page_attempt where outcome = 'delivered'");
    }

    private long tasks(String element) {
        return jdbc.sql("select count(*) from act_ru_task where task_def_key_ = ?")
                .param(element)
                .query(Long.class)
                .single();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
