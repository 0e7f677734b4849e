package io.watchdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchdesk.faults.Platforms.Mood;
import io.watchdesk.testing.TasklistClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Faults around one life that goes on: platforms fail in every way, mail stays away, the database is cut off, slow and
 * killed; it recovers from each without being started anew. In the end it is asked to go in the middle of its work.
 */
final class LivingFaults {

    /** What may stand in the log while the database cannot be asked. */
    private static final String TROUBLE =
            "could not be stored|self-watch|SelfWatch|jobexecutor|ENGINE-|TransactionTemplate"
                    + "|TransactionManager|Hikari|hikari|Rounds|FollowUp|Assessments|PageCourier|signal-rounds|ShiftWatch|Round|tried again";

    private static final Duration RECOVERED = Duration.ofSeconds(90);

    private final World world;
    private final Wire wire;
    private final MailRelay relay;
    private final Map<String, Integer> kinds = new TreeMap<>();
    private Life life;
    private TasklistClient max;
    private int signals;

    /** @param world on PostgreSQL, which can be stopped while the life goes on */
    LivingFaults(World world) {
        this.world = world;
        this.wire = new Wire(world.postgres().port());
        this.relay = new MailRelay(world.mail().getSmtp().getPort());
    }

    /** Causes each kind of fault so often, one life long, then lets everything settle in a second life. */
    Chunk rounds(int rounds) {
        life = world.life(
                        "--camunda.bpm.webapp.enabled=true",
                        "--spring.datasource.url=" + world.postgres().url(wire.port()),
                        "--spring.mail.port=" + relay.port(),
                        "--watchdesk.self-watch.every=PT2S")
                .ready();
        life.order("work");
        max = TasklistClient.login(life.root(), "max", "max");
        for (int round = 0; round < rounds; round++) {
            platformsFail();
            mailStaysAway();
            mailIsCutAfterTheDot();
            theSameSignalFiftyTimes();
            databaseIsCutOff();
            databaseIsSlow();
            databaseIsKilled();
        }
        theLifeIsAskedToGoWhileItPublishes();
        wire.close();
        relay.close();
        List<Breach> breaches = new KillChain(world, 1).settle();
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

    /** F32: fifty at once, each repeated until it is answered, are one signal; I1 sees that all were told the same. */
    private void theSameSignalFiftyTimes() {
        String event = "fifty-" + ++signals;
        IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.runAsync(() ->
                        await().atMost(RECOVERED).until(() -> life.signal(event, Map.of("title", "Once")))))
                .toList()
                .forEach(CompletableFuture::join);
        caused("the same signal fifty times at once");
    }

    /** F16: whoever asks is told so, nothing is taken that cannot be kept, and it recovers by itself. */
    private void databaseIsCutOff() {
        Instant begin = Instant.now();
        world.causes(TROUBLE);
        wire.cut();
        assertThat(signal("while it is cut off")).isFalse();
        tellsSo(max.get("/api/crises"));
        tellsSo(max.engine("GET", "/task", null));
        assertThat(new TasklistClient(life.root()).get("/health/ready").status())
                .isEqualTo(503);
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

    /** F15: it ends by itself within the time that an operator grants, and hands over what it did not finish. */
    private void theLifeIsAskedToGoWhileItPublishes() {
        world.platforms().next(Mood.ACCEPTS_AND_IS_SILENT);
        int silent = world.platforms().moods().getOrDefault(Mood.ACCEPTS_AND_IS_SILENT, 0);
        life.order("brief wire-1 1");
        await().atMost(RECOVERED)
                .until(() -> world.platforms().moods().getOrDefault(Mood.ACCEPTS_AND_IS_SILENT, 0) > silent);
        life.process().destroy();
        assertThat(life.endedWithin(Duration.ofSeconds(30)))
                .as("it went when it was asked to")
                .isTrue();
        assertThat(life.process().exitValue()).isEqualTo(143);
        caused("asked to go while it publishes");
    }

    private void tellsSo(TasklistClient.Answer answer) {
        world.answers()
                .add(new Evidence.Answer(
                        "GET " + answer.response().uri(),
                        answer.status(),
                        answer.header("Retry-After"),
                        answer.text()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.sentence()).as(answer.toString()).contains("temporarily unavailable; nothing was saved");
        assertThat(answer.header("Retry-After")).isNotNull();
    }

    /** Waits until everything answers again; what the log says of the time between has a cause. */
    private void recovers(Instant since) {
        await().atMost(RECOVERED)
                .ignoreExceptions()
                .until(() -> max.get("/api/crises").status() == 200);
        await().atMost(RECOVERED).until(() -> signal("after it"));
        await().atMost(RECOVERED)
                .ignoreExceptions()
                .until(() ->
                        new TasklistClient(life.root()).get("/health/ready").status() == 200);
        String first = since.toString();
        world.log().removeIf(line -> line.contains(" ERROR ") && line.compareTo(first) >= 0);
    }

    private boolean signal(String what) {
        String event = "%s-%d%s".formatted(what.replace(' ', '-'), ++signals, what.equals("grave") ? "-0" : "");
        return life.signal(event, KillChain.signal(event));
    }

    private void caused(String kind) {
        kinds.merge(kind, 1, Integer::sum);
    }
}
