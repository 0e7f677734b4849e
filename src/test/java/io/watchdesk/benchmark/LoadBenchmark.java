package io.watchdesk.benchmark;

import static org.awaitility.Awaitility.await;

import io.watchdesk.testing.RunningDemo;
import io.watchdesk.testing.SignalSender;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What the demo bears in a JVM of 512 MB: whether a stranger can tell sources by the clock, a flood of one source beside
 * another one and answers to pages, a mixed load over a while beside posts whose slots come, and a thousand crises declared at
 * once. Run: {@code mvn -q test-compile exec:exec@load-benchmark [-Dload="postgresql 60 180 50 1000 1000"]}
 */
final class LoadBenchmark {

    private static final Duration LONGEST = Duration.ofMinutes(90);
    private static final int FLOOD = 10_000;
    private static final int GUESSES = 1_000;
    /** Time enough to make the posts. */
    private static final Duration BEFORE_SLOTS = Duration.ofSeconds(30);

    private static final int SENDERS = 64;
    private static final String TOKEN = "a-token-for-the-benchmark-alone";

    private final String database;
    private final RunningDemo demo;

    private LoadBenchmark(String database, RunningDemo demo) {
        this.database = database;
        this.demo = demo;
    }

    /**
     * @param arguments {@code h2} or {@code postgresql}; seconds of the flood; seconds of the mixed load; its requests a
     *     second; crises at once; on PostgreSQL posts whose slots are spread over the mixed load. What is asked for 0 times is
     *     left out
     */
    public static void main(String[] arguments) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        String database = arguments[0];
        int[] numbers =
                Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        Path directory = Files.createTempDirectory("watchdesk-benchmark");
        List<String> settings = settings();
        EmbeddedPostgres server = database.equals("postgresql") ? EmbeddedPostgres.start() : null;
        if (server != null) {
            settings.addAll(TestDatabase.settings(server.getJdbcUrl("postgres", "postgres")));
        }
        try (RunningDemo demo = RunningDemo.start(directory, settings.toArray(String[]::new))) {
            await().atMost(LONGEST).until(demo::ready);
            LoadBenchmark benchmark = new LoadBenchmark(database, demo);
            if (numbers[0] > 0) {
                benchmark.guesses();
                benchmark.flood(numbers[0]);
            }
            if (numbers[4] > 0) {
                JdbcClient jdbc = JdbcClient.create(
                        new DriverManagerDataSource(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
                schedule(jdbc, numbers[4], Duration.ofSeconds(numbers[1]));
                benchmark.mixed(numbers[1], numbers[2]);
                benchmark.lateness(jdbc, numbers[4]);
            } else if (numbers[1] > 0) {
                benchmark.mixed(numbers[1], numbers[2]);
            }
            if (numbers[3] > 0) {
                benchmark.crises(numbers[3]);
            }
        } finally {
            if (server != null) {
                server.close();
            }
        }
        System.exit(0);
    }

    /** Sources with the quota that ships, and one that may declare a thousand crises. */
    private static List<String> settings() {
        List<String> settings = new ArrayList<>(List.of("--watchdesk.metrics.token=" + TOKEN));
        List<String> sources = List.of("flood", "beside", "surge");
        for (int number = 0; number < sources.size(); number++) {
            settings.addAll(SignalSender.settings(number, sources.get(number)));
        }
        settings.add("--watchdesk.signals.sources[1].quota=600");
        settings.add("--watchdesk.signals.sources[2].quota=100000");
        return settings;
    }

    /** A thousand wrong calls each, to a source and to none, in turn. */
    private void guesses() {
        SignalSender known = new SignalSender(demo.root(), "flood");
        SignalSender unknown = new SignalSender(demo.root(), "nobody");
        List<Double> toKnown = new ArrayList<>();
        List<Double> toUnknown = new ArrayList<>();
        for (int number = -200; number < GUESSES; number++) {
            double one = milliseconds(() -> known.send("a guess", Map.of("title", "x")));
            double other = milliseconds(() -> unknown.send("a guess", Map.of("title", "x")));
            if (number >= 0) {
                toKnown.add(one);
                toUnknown.add(other);
            }
        }
        print("guess at a source that is there", toKnown);
        print("guess at a source that is not", toUnknown);
        long slower = IntStream.range(0, GUESSES)
                .filter(pair -> toKnown.get(pair) > toUnknown.get(pair))
                .count();
        System.out.printf(
                "%-11s pairs in which the source that is there was slower: %.1f %%%n",
                database, 100.0 * slower / GUESSES);
    }

    private void flood(int seconds) throws Exception {
        SignalSender noisy = new SignalSender(demo.root(), "flood");
        SignalSender beside = new SignalSender(demo.root(), "beside");
        TasklistClient answering = new TasklistClient(demo.root());
        double pages = metric("watchdesk_pages");
        long memory = memory();
        Map<String, Integer> statuses = new TreeMap<>();
        ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Double> second = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Double> answers = new ConcurrentLinkedQueue<>();
        Map<String, String> taken = new ConcurrentHashMap<>();
        AtomicInteger besideRefused = new AtomicInteger();
        String topic = UUID.randomUUID().toString();
        ScheduledExecutorService others = Executors.newScheduledThreadPool(4);
        others.scheduleAtFixedRate(
                () -> second.add(milliseconds(() -> {
                    if (beside.send(Map.of("title", "Beside"), Instant.now()).status() != 202) {
                        besideRefused.incrementAndGet();
                    }
                    return null;
                })),
                0,
                500,
                TimeUnit.MILLISECONDS);
        others.scheduleAtFixedRate(
                () -> answers.add(milliseconds(() -> answering.get("/crisis/ack/none"))),
                0,
                500,
                TimeUnit.MILLISECONDS);
        long began = System.nanoTime();
        paced(FLOOD, seconds, SENDERS, number -> {
            String id = "flood-" + topic + number;
            times.add(milliseconds(() -> {
                SignalSender.Answer answer =
                        noisy.send(id, Map.of("title", "Alarm " + number, "topic", topic), Instant.now());
                count(statuses, Integer.toString(answer.status()));
                if (answer.status() < 300) {
                    taken.put(id, answer.signal());
                }
                return null;
            }));
        });
        double took = (System.nanoTime() - began) / 1e6;
        others.shutdown();
        others.awaitTermination(1, TimeUnit.MINUTES);
        long lost = 0;
        for (Map.Entry<String, String> each : taken.entrySet()) {
            String number = each.getKey().substring(("flood-" + topic).length());
            lost += again(noisy, each.getKey(), Map.of("title", "Alarm " + number, "topic", topic))
                            .equals(each.getValue())
                    ? 0
                    : 1;
        }
        System.out.printf(
                "%-11s flood: %d signals in %.0f s, answers %s, lost %d; memory before %d MB, after %d MB; pages %.0f%n",
                database, FLOOD, took / 1e3, statuses, lost, memory, memory(), metric("watchdesk_pages") - pages);
        print("of the flood", times);
        print("of the second source (%d refused)".formatted(besideRefused.get()), second);
        print("answer to a page meanwhile", answers);
    }

    /** Sends what was taken once more, as often as the quota refuses it; the answer names the signal that is stored. */
    private static String again(SignalSender sender, String id, Map<String, ?> signal) {
        SignalSender.Answer answer = sender.send(id, signal, Instant.now());
        while (answer.status() == 429) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(Long.parseLong(answer.header("Retry-After"))));
            answer = sender.send(id, signal, Instant.now());
        }
        return answer.signal();
    }

    private static void schedule(JdbcClient jdbc, int posts, Duration over) {
        new ScheduledPosts(jdbc).copy(posts, Instant.now().plus(BEFORE_SLOTS), over.dividedBy(posts));
    }

    /** How long after the slots the posts were claimed, which is what a timer does, and were out. */
    private void lateness(JdbcClient jdbc, int posts) {
        String copied = " from publication where piece_id like 'B-%'";
        await().atMost(LONGEST)
                .until(() -> jdbc.sql("select count(*)" + copied + " and state in ('PUBLISHED', 'UNKNOWN', 'REFUSED')")
                                .query(Integer.class)
                                .single()
                        == posts);
        System.out.printf(
                "%-11s posts: %s%n",
                database,
                jdbc.sql("select state, count(*) as posts" + copied + " group by state")
                        .query()
                        .listOfRows());
        for (String moment : List.of("claimed_at", "published_at")) {
            print(
                    moment + " after the slot",
                    jdbc.sql("select 1000 * extract(epoch from " + moment + " - slot_at)" + copied)
                            .query(Double.class)
                            .list());
        }
    }

    /** What people and machines of the demo ask, in the shares in which they do. */
    private void mixed(int seconds, int rate) throws InterruptedException {
        TasklistClient manager = TasklistClient.login(demo.root(), "max", "max");
        TasklistClient reviewer = TasklistClient.login(demo.root(), "rita", "rita");
        TasklistClient publisher = TasklistClient.login(demo.root(), "paul", "paul");
        TasklistClient visitor = new TasklistClient(demo.root());
        SignalSender beside = new SignalSender(demo.root(), "surge");
        String filter = reviewer.engine("GET", "/filter?resourceType=Task&maxResults=50", null)
                .json()
                .get(0)
                .path("id")
                .asText();
        Map<String, Supplier<Integer>> kinds = new TreeMap<>(Map.of(
                "Tasklist's list",
                () -> reviewer.engine("POST", "/filter/" + filter + "/list?firstResult=0&maxResults=15", Map.of())
                        .status(),
                "site",
                () -> visitor.get("/site").status(),
                "pipeline",
                () -> manager.get("/desk/pipeline").status(),
                "calendar",
                () -> publisher.get("/desk/calendar").status(),
                "crises",
                () -> manager.get("/desk/crises").status(),
                "signal",
                () -> beside.send(Map.of("title", "Usual", "topic", "usual"), Instant.now())
                        .status(),
                "health",
                () -> visitor.get("/health/ready").status()));
        List<String> mix = List.of(
                "Tasklist's list",
                "site",
                "Tasklist's list",
                "pipeline",
                "signal",
                "Tasklist's list",
                "site",
                "health",
                "calendar",
                "Tasklist's list",
                "site",
                "crises");
        Map<String, ConcurrentLinkedQueue<Double>> times = new TreeMap<>();
        ConcurrentLinkedQueue<Double> all = new ConcurrentLinkedQueue<>();
        Map<String, Integer> wrong = new TreeMap<>();
        kinds.keySet().forEach(kind -> times.put(kind, new ConcurrentLinkedQueue<>()));
        long memory = memory();
        paced(rate * seconds, seconds, SENDERS, number -> {
            String kind = mix.get(number % mix.size());
            double took = milliseconds(() -> {
                int status = kinds.get(kind).get();
                if (status >= 300) {
                    count(wrong, kind + " " + status);
                }
                return null;
            });
            times.get(kind).add(took);
            all.add(took);
        });
        System.out.printf(
                "%-11s mixed: %d a second for %d s, answers that were not 2xx %s; memory before %d MB, after %d MB%n",
                database, rate, seconds, wrong, memory, memory());
        print("mixed, all", all);
        times.forEach(this::print);
    }

    /** Orange matters of as many topics, as fast as they are taken, until somebody was paged for each. */
    private void crises(int many) throws InterruptedException {
        SignalSender surge = new SignalSender(demo.root(), "surge");
        double open = metric("watchdesk_crises_open");
        double delivered = metric("watchdesk_pages{state=\"delivered\"");
        Instant began = Instant.now();
        ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
        Map<String, Integer> statuses = new TreeMap<>();
        paced(
                many,
                1,
                16,
                number -> times.add(milliseconds(() -> {
                    count(
                            statuses,
                            Integer.toString(surge.send(
                                            Map.of(
                                                    "title",
                                                    "A grave matter " + number,
                                                    "topic",
                                                    UUID.randomUUID().toString(),
                                                    "facts",
                                                    Map.of("mentionsRatio", 7)),
                                            Instant.now())
                                    .status()));
                    return null;
                })));
        System.out.printf("%-11s crises: %d signals, answers %s%n", database, many, statuses);
        print("signal of a crisis taken", times);
        Duration declared = null;
        Duration paged = null;
        while (paged == null && Duration.between(began, Instant.now()).compareTo(LONGEST) < 0) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            if (declared == null && metric("watchdesk_crises_open") - open >= many) {
                declared = Duration.between(began, Instant.now());
            }
            if (declared != null && metric("watchdesk_pages{state=\"delivered\"") - delivered >= many) {
                paged = Duration.between(began, Instant.now());
            }
        }
        System.out.printf(
                "%-11s crises: all declared after %s, a page delivered for each after %s; open %.0f, pages delivered %.0f; "
                        + "memory %d MB%n",
                database,
                declared,
                paged,
                metric("watchdesk_crises_open") - open,
                metric("watchdesk_pages{state=\"delivered\"") - delivered,
                memory());
        TasklistClient manager = TasklistClient.login(demo.root(), "max", "max");
        List<Double> lists = IntStream.range(0, 20)
                .mapToObj(number -> milliseconds(() -> manager.get("/desk/crises")))
                .toList();
        print("the desk's list of them", lists);
    }

    /** Does something as often as said, evenly over the time. */
    private static void paced(int many, int seconds, int atOnce, IntConsumer deed) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        long began = System.nanoTime();
        long every = TimeUnit.SECONDS.toNanos(seconds) / many;
        for (int number = 0; number < many; number++) {
            int mine = number;
            threads.execute(() -> deed.accept(mine));
            long next = began + every * (number + 1) - System.nanoTime();
            if (next > 0) {
                LockSupport.parkNanos(next);
            }
        }
        threads.shutdown();
        if (!threads.awaitTermination(LONGEST.toMinutes(), TimeUnit.MINUTES)) {
            throw new IllegalStateException("Not everything was answered within " + LONGEST);
        }
    }

    /** The sum of all series whose line begins so. */
    private double metric(String start) {
        String text = new TasklistClient(demo.root())
                .send(
                        "GET",
                        "/metrics",
                        null,
                        BodyPublishers.noBody(),
                        Map.of("Authorization", "Bearer " + TOKEN, "Accept", "text/plain"))
                .text();
        Matcher lines = Pattern.compile("(?m)^" + Pattern.quote(start) + "[^\\n]* ([0-9.E+-]+)$")
                .matcher(text);
        double sum = 0;
        while (lines.find()) {
            sum += Double.parseDouble(lines.group(1));
        }
        return sum;
    }

    /** Megabytes that the demo holds at this moment, the Java machine's own included. */
    private static long memory() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .mapToLong(LoadBenchmark::resident)
                .sum();
    }

    private static long resident(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static void count(Map<String, Integer> counts, String what) {
        synchronized (counts) {
            counts.merge(what, 1, Integer::sum);
        }
    }

    private static double milliseconds(Supplier<?> deed) {
        long began = System.nanoTime();
        deed.get();
        return (System.nanoTime() - began) / 1e6;
    }

    private void print(String what, Iterable<Double> times) {
        List<Double> sorted = new ArrayList<>();
        times.forEach(sorted::add);
        sorted.sort(null);
        System.out.printf(
                "%-11s %-46s ms: median %.1f, p95 %.1f, p99 %.1f, most %.1f (%d)%n",
                database,
                what,
                sorted.get(sorted.size() / 2),
                sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1),
                sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1),
                sorted.get(sorted.size() - 1),
                sorted.size());
    }
}
