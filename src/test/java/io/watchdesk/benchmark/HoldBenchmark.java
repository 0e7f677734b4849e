package io.watchdesk.benchmark;

import static org.awaitility.Awaitility.await;

import io.watchdesk.testing.RunningDemo;
import io.watchdesk.testing.SignalSender;
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
    private static final Duration FAR = Duration.ofDays(30);
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
        ScheduledPosts scheduled = new ScheduledPosts(jdbc);
        scheduled.copy(posts, Instant.now().plus(FAR), Duration.ZERO);
        System.out.printf("%d posts wait for their slots, on %s.%n", scheduled.waiting(), scheduled.account());

        crisis("an account that does not exist here", 0);
        crisis(scheduled.account(), posts);
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
