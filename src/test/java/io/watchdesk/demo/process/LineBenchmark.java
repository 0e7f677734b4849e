package io.watchdesk.demo.process;

import io.watchdesk.WatchdeskApplication;
import io.watchdesk.content.AiDeclaration;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Piece;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How many pieces a second go through the whole line - brief, draft, screening, one review, slot, publication on the site,
 * mails and audit included - on the H2 file and on PostgreSQL, driven by several people at once through the same doors as
 * Tasklist. Run: {@code mvn -q test-compile exec:java@line-benchmark}
 */
final class LineBenchmark {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final int pieces;

    private LineBenchmark(int pieces) {
        this.pieces = pieces;
    }

    /** @param arguments the number of pieces a round, 100 if left out */
    public static void main(String[] arguments) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        LineBenchmark benchmark = new LineBenchmark(arguments.length == 0 ? 100 : Integer.parseInt(arguments[0]));
        System.out.printf("%-12s %8s %14s %16s%n", "database", "round", "pieces/s", "median of one, s");
        benchmark.run("H2 file", Map.of());
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            benchmark.run(
                    "PostgreSQL",
                    Map.of(
                            "spring.datasource.url", server.getJdbcUrl("postgres", "postgres"),
                            "spring.datasource.username", "postgres",
                            "spring.datasource.password", "postgres"));
        }
        System.exit(0);
    }

    private void run(String database, Map<String, Object> settings) throws Exception {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(WatchdeskApplication.class)
                .profiles("demo")
                .run(arguments(settings))) {
            DemoStories stories = application.getBean(DemoStories.class);
            awaitDemo(application.getBean(Contents.class));
            round(stories, pieces / 2);
            for (int round = 1; round <= ROUNDS; round++) {
                long start = System.nanoTime();
                List<Double> seconds = round(stories, pieces);
                double all = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        "%-12s %8d %14.1f %16.2f%n", database, round, pieces / all, seconds.get(seconds.size() / 2));
            }
        }
    }

    /** As arguments, because only these count more than the application's own settings. */
    private static String[] arguments(Map<String, Object> settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--logging.level.root=error",
                "--spring.main.banner-mode=off",
                "--watchdesk.data-directory=" + Files.createTempDirectory("watchdesk-benchmark")));
        settings.forEach((name, value) -> arguments.add("--%s=%s".formatted(name, value)));
        return arguments.toArray(String[]::new);
    }

    /** The demo's own pieces come first, so that they do not share the measured time. */
    private static void awaitDemo(Contents contents) {
        while (contents.pieces().size() < 15
                || contents.pieces().stream().noneMatch(piece -> piece.stage() == Piece.Stage.WITHDRAWN)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        LockSupport.parkNanos(Duration.ofSeconds(10).toNanos());
    }

    private static List<Double> round(DemoStories stories, int pieces) throws Exception {
        AtomicInteger left = new AtomicInteger(pieces);
        Callable<List<Double>> client = () -> {
            List<Double> seconds = new ArrayList<>();
            while (left.getAndDecrement() > 0) {
                long start = System.nanoTime();
                DemoStories.Story story = new DemoStories.Story(piece());
                while (!stories.step(story)) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
                seconds.add((System.nanoTime() - start) / 1e9);
            }
            return seconds;
        };
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Double> seconds = new ArrayList<>();
            for (Future<List<Double>> done : clients.invokeAll(java.util.Collections.nCopies(CLIENTS, client))) {
                seconds.addAll(done.get());
            }
            seconds.sort(null);
            return seconds;
        } finally {
            clients.shutdown();
        }
    }

    private static DemoPiece piece() {
        return new DemoPiece(
                "A measured piece",
                "knowledge",
                "article",
                "regular",
                "benchmark",
                "newsroom",
                null,
                "",
                "手冲咖啡的水温",
                "水温太高会苦，太低会酸。九十二度左右最合适，磨得越细，水温就可以越低一点。".repeat(50),
                List.of(),
                AiDeclaration.NO,
                "",
                DemoPiece.Until.PUBLISHED);
    }
}
