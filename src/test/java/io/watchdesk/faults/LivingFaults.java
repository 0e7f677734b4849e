package io.watchdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchdesk.faults.Platforms.Mood;
import io.watchdesk.testing.TasklistClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Faults around one life that goes on: platforms fail in every way, mail stays away, the database is cut off, slow and
 * killed; it recovers from each without being started anew. In the end it is asked to go in the middle of its work.
 */
final class LivingFaults {

    /** What an error must tell of, itself or in its causes, to be forgiven while the database is in trouble. */
    private static final String TROUBLE =
            "(?i)jdbc|sql|connection|database|transaction|deadlock|HikariPool|Persistence|temporarily unavailable";

    /** What was begun in trouble may end so long after it. */
    private static final Duration ECHO = Duration.ofSeconds(15);

    /** Twice as many as the pool has connections in this life. */
    private static final int MORE_THAN_THE_POOL = 40;

    private static final Duration RECOVERED = Duration.ofSeconds(90);

    private final World world;
    private final Wire wire;
    private final MailRelay relay;
    private final Map<String, Integer> kinds = new TreeMap<>();
    private Life life;
    private TasklistClient max;
    private final List<Breach> breaches = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final AtomicInteger signals = new AtomicInteger();

    /** @param world on PostgreSQL, which can be stopped while the life goes on */
    LivingFaults(World world) {
        this.world = world;
        this.wire = new Wire(world.postgres().port());
        this.relay = new MailRelay(world.mail().getSmtp().getPort());
    }

    /** Causes each kind of fault so often, one life long, then lets everything settle in a second life. */
    Chunk rounds(int rounds) {
        try (Life first = world.life(
                        "--camunda.bpm.webapp.enabled=true",
                        "--spring.datasource.url=" + world.postgres().url(wire.port()),
                        "--spring.mail.port=" + relay.port(),
                        "--spring.datasource.hikari.maximum-pool-size=20",
                        "--watchdesk.self-watch.every=PT2S",
                        "--watchdesk.left-behind.every=PT2S")
                .ready()) {
            life = first;
            life.order("work");
            max = TasklistClient.login(life.root(), "max", "max");
            for (int round = 0; round < rounds; round++) {
                platformsFail();
                mailStaysAway();
                mailIsCutAfterTheDot();
                mailServerSaysNothing();
                theSameSignalFiftyTimes();
                databaseIsCutOff();
                databaseIsSlow();
                databaseIsKilled();
                connectionsRunOut();
                twoTransactionsLockEachOther();
                new SenderFaults(world, life).all().forEach(this::caused);
                theHouseGoesWrong();
            }
            theLifeIsAskedToGoWhileItPublishes();
        } finally {
            senders.shutdown();
            wire.close();
            relay.close();
        }
        troubles.forEach(trouble -> world.forgive(trouble.begin, trouble.end, Pattern.compile(TROUBLE)));
        try (Life last = world.life().ready()) {
            new KillChain(world, 1).settle(last);
        }
        breaches.addAll(world.breaches());
        return new Chunk(
                breaches, kinds.values().stream().mapToInt(Integer::intValue).sum(), kinds);
    }

    /** F25 to F30: each mood once on a platform that can be asked and once on one that cannot. */
    private void platformsFail() {
        Map<Mood, Integer> before = world.platforms().moods();
        world.platforms().next(Mood.values());
        life.order("brief wire-1,wire-blind-1 %d".formatted(1 + Mood.values().length / 2));
        await().atMost(RECOVERED)
                .until(() -> List.of(Mood.values()).stream()
                        .allMatch(mood ->
                                world.platforms().moods().getOrDefault(mood, 0) > before.getOrDefault(mood, 0)));
        List.of(Mood.values()).stream()
                .filter(mood -> mood != Mood.WELL)
                .forEach(mood -> caused("platform " + mood.name().toLowerCase()));
    }

    /** F20: what is written while no mail server answers arrives when one does. */
    private void mailStaysAway() {
        int arrived = world.mail().getReceivedMessages().length;
        relay.cut();
        signal("grave");
        relay.mend();
        await().atMost(RECOVERED).until(() -> world.mail().getReceivedMessages().length > arrived);
        caused("mail server away");
    }

    /** F24: the connection ends when the mail was taken, before the mail server says so. */
    private void mailIsCutAfterTheDot() {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        relay.swallowNextAnswerToText(() -> taken.complete(null));
        signal("grave");
        taken.orTimeout(RECOVERED.toSeconds(), TimeUnit.SECONDS).join();
        caused("mail connection lost after the dot");
    }

    /** F21: no banner comes; the mail that waits for it is given up in time and goes out when one does. */
    private void mailServerSaysNothing() {
        int arrived = world.mail().getReceivedMessages().length;
        int waiting = relay.silent();
        signal("grave");
        await().atMost(RECOVERED).until(() -> relay.silent() > waiting);
        relay.mend();
        await().atMost(RECOVERED).until(() -> world.mail().getReceivedMessages().length > arrived);
        caused("mail server says nothing");
    }

    /** F32: fifty at once, each repeated until it is answered, are one signal; I1 sees that all were told the same. */
    private void theSameSignalFiftyTimes() {
        String event = "fifty-" + signals.incrementAndGet();
        IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.runAsync(() -> await().atMost(RECOVERED)
                        .until(() ->
                                life.signal(event, Map.of("title", "Once", "account", "newsroom", "topic", event)))))
                .toList()
                .forEach(CompletableFuture::join);
        caused("the same signal fifty times at once");
    }

    /** F16: whoever asks is told so, nothing is taken that cannot be kept, and it recovers by itself. */
    private void databaseIsCutOff() {
        Instant begin = Instant.now();
        wire.cut();
        together(
                () -> assertThat(signal("while it is cut off")).isFalse(),
                () -> tellsSo(max.get("/api/crises")),
                () -> tellsSo(max.engine("GET", "/task", null)),
                () -> assertThat(new TasklistClient(life.root())
                                .get("/health/ready")
                                .status())
                        .isEqualTo(503));
        wire.mend();
        recovers(begin);
        caused("database cut off");
    }

    /** F18: whether it is ready is said within ten seconds, although each answer of the database takes one. */
    private void databaseIsSlow() {
        wire.slow(1000);
        Instant begin = Instant.now();
        CompletableFuture<Boolean> sent = CompletableFuture.supplyAsync(() -> signal("while it is slow"));
        assertThat(new TasklistClient(life.root()).get("/health/ready").status())
                .isIn(200, 503);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(12));
        wire.mend();
        sent.join();
        recovers(begin);
        caused("database slow");
    }

    /** F17: transactions under way are undone, and their work is done again. */
    private void databaseIsKilled() {
        Instant begin = Instant.now();
        life.order("brief wire-1,wire-blind-1 2");
        signal("before it is killed");
        world.postgres().kill();
        signal("while it is dead");
        world.postgres().start();
        recovers(begin);
        caused("database killed");
    }

    /** F18: whoever asks while every connection waits is told so in time, and what waited is done. */
    private void connectionsRunOut() {
        Instant begin = Instant.now();
        List<CompletableFuture<Boolean>> waiting;
        try (Connection other = world.database().getConnection()) {
            other.setAutoCommit(false);
            JdbcClient held = JdbcClient.create(new SingleConnectionDataSource(other, true));
            held.sql("select id from audit_head for update").query().listOfRows();
            waiting = IntStream.range(0, MORE_THAN_THE_POOL)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> signal("without a connection"), senders))
                    .toList();
            await().atMost(RECOVERED).until(() -> {
                Instant asked = Instant.now();
                TasklistClient.Answer answer = max.get("/api/crises");
                assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
                // One that waited may just have given up and left its connection to us.
                if (answer.status() != 200) {
                    tellsSo(answer);
                }
                return answer.status() == 503;
            });
            other.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        waiting.forEach(CompletableFuture::join);
        recovers(begin);
        caused("connections run out");
    }

    /** F19: the database ends the application's transaction, and its work is done again without anybody noticing. */
    private void twoTransactionsLockEachOther() {
        Instant begin = Instant.now();
        life.order("brief wire-1,wire-2,wire-3,wire-4 4");
        await().atMost(RECOVERED).pollInterval(Duration.ofMillis(50)).until(this::deadlocked);
        recovers(begin);
        caused("two transactions lock each other");
    }

    /** Holds what every step of the application wants last, and asks then for what one of them has already. */
    private boolean deadlocked() throws SQLException {
        try (Connection mine = world.database().getConnection();
                Connection looking = world.database().getConnection()) {
            mine.setAutoCommit(false);
            looking.setAutoCommit(false);
            JdbcClient held = JdbcClient.create(new SingleConnectionDataSource(mine, true));
            // Whoever looks for a deadlock first is the one who ends; that shall be the application.
            held.sql("set local deadlock_timeout = '1min'").update();
            held.sql("set local lock_timeout = '10s'").update();
            held.sql("select id from audit_head for update").query().listOfRows();
            JdbcClient free = JdbcClient.create(new SingleConnectionDataSource(looking, true));
            Set<String> locked = new HashSet<>(
                    free.sql("select id from publication").query(String.class).list());
            locked.removeAll(free.sql("select id from publication for update skip locked")
                    .query(String.class)
                    .list());
            looking.rollback();
            if (locked.isEmpty()) {
                mine.rollback();
                return false;
            }
            held.sql("select id from publication where id = ? for update")
                    .param(locked.iterator().next())
                    .query()
                    .listOfRows();
            mine.rollback();
            return true;
        }
    }

    /** F40 to F58: people, tables and the clock; the life itself tells what was not as it has to be. */
    private void theHouseGoesWrong() {
        world.causes(PoisonPoint.NAME);
        world.causes("The decision table crisis-severity has no level");
        life.order("causes");
        for (String kind : life.awaited("causes").split(";")) {
            life.order("cause " + kind);
            String wrong = life.awaited("caused");
            if (!wrong.isEmpty()) {
                breaches.add(new Breach(Invariant.NOBODY_SILENT, kind + ": " + wrong));
            }
            caused(kind);
        }
        max = TasklistClient.login(life.root(), "max", "max");
    }

    /** F15: it ends by itself within the time that an operator grants, and hands over what it did not finish. */
    private void theLifeIsAskedToGoWhileItPublishes() {
        world.platforms().next(Mood.ACCEPTS_AND_IS_SILENT);
        int silent = world.platforms().moods().getOrDefault(Mood.ACCEPTS_AND_IS_SILENT, 0);
        life.order("brief wire-1 1");
        try {
            await().atMost(RECOVERED)
                    .until(() -> world.platforms().moods().getOrDefault(Mood.ACCEPTS_AND_IS_SILENT, 0) > silent);
        } catch (ConditionTimeoutException nothingGoesOut) {
            throw new AssertionError("No platform is called: " + standstill(), nothingGoesOut);
        }
        life.process().destroy();
        assertThat(life.endedWithin(Duration.ofSeconds(30)))
                .as("it went when it was asked to")
                .isTrue();
        assertThat(life.process().exitValue()).isEqualTo(143);
        caused("asked to go while it publishes");
    }

    private String standstill() {
        return "holds %s, publications %s, tasks %s"
                .formatted(
                        world.jdbc()
                                .sql(
                                        "select scope, scope_value, owner, reason from publication_hold where released_at is null")
                                .query()
                                .listOfRows(),
                        world.jdbc()
                                .sql("select state, count(*) from publication group by state")
                                .query()
                                .listOfRows(),
                        world.jdbc()
                                .sql("select task_def_key_, count(*) from act_ru_task group by task_def_key_")
                                .query()
                                .listOfRows());
    }

    private void together(Runnable... askers) {
        Arrays.stream(askers)
                .map(asker -> CompletableFuture.runAsync(asker, senders))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private void tellsSo(TasklistClient.Answer answer) {
        world.answers()
                .add(new Evidence.Answer(
                        "GET " + answer.response().uri(),
                        answer.status(),
                        answer.header("Retry-After"),
                        answer.text()));
        assertThat(answer.status()).as("%s%n%s", answer, life.lastWords()).isEqualTo(503);
        assertThat(answer.sentence()).as(answer.toString()).contains("temporarily unavailable; nothing was saved");
        assertThat(answer.header("Retry-After")).isNotNull();
    }

    /** Waits until everything answers again; what the log says of the time between may have this cause. */
    private void recovers(Instant since) {
        await().atMost(RECOVERED)
                .ignoreExceptions()
                .until(() -> max.get("/api/crises").status() == 200);
        await().atMost(RECOVERED).until(() -> signal("after it"));
        await().atMost(RECOVERED)
                .ignoreExceptions()
                .until(() ->
                        new TasklistClient(life.root()).get("/health/ready").status() == 200);
        troubles.add(new Trouble(since, Instant.now().plus(ECHO)));
    }

    private boolean signal(String what) {
        String event = "%s-%d%s"
                .formatted(what.replace(' ', '-'), signals.incrementAndGet(), what.equals("grave") ? "-0" : "");
        return life.signal(event, KillChain.signal(event));
    }

    private void caused(String kind) {
        kinds.merge(kind, 1, Integer::sum);
    }

    private record Trouble(Instant begin, Instant end) {}
}
