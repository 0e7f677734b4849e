package io.watchdesk.escalation;

import io.watchdesk.WatchdeskApplication;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One life of the whole application, in which time runs fast and goes on where the last life ended: what was left climbs
 * further, and new crises begin until it is killed. Arguments: home directory, port of the mail server, number of crises;
 * with none it lives until every ladder has reached its end and ends by itself; {@link #REHEARSAL} crises only start and end
 * it, so that the next lives start faster.
 */
final class LadderKillChild {

    /** Written when the application is up, right before the first crisis is declared, so that the killer knows. */
    static final String READY = "ready";

    static final int REHEARSAL = -1;

    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration PASSES = Duration.ofSeconds(10);
    private static final List<Level> LEVELS = List.of(Level.RED, Level.ORANGE, Level.YELLOW);
    private static final List<String> PEOPLE = List.of("olga", "otto", "petra", "peng", "carla", "eva");
    private static final Duration A_WHILE = Duration.ofMinutes(20);

    private LadderKillChild() {}

    public static void main(String[] arguments) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Path home = Path.of(arguments[0]);
        int crises = Integer.parseInt(arguments[2]);
        Path time = home.resolve("time");
        Instant began =
                Files.exists(time) ? Instant.parse(Files.readString(time)) : Instant.parse("2027-06-01T04:00:00Z");
        ClockUtil.setCurrentTime(Date.from(began));
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(WatchdeskApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + arguments[1],
                        // Time runs a hundred times as fast, so a lock, a mail and the look for late jobs must last
                        // that much longer: an answer has three seconds of the mail server's own time.
                        "--camunda.bpm.job-execution.lock-time-in-millis=3000000",
                        "--watchdesk.paging.answer-within=5m",
                        "--watchdesk.self-watch.late-after=60m",
                        "--watchdesk.data-directory=" + home)) {
            if (crises != REHEARSAL) {
                people(application.getBean(IdentityService.class));
                live(application, home, began, crises);
            }
        }
        System.exit(0);
    }

    private static void live(ConfigurableApplicationContext application, Path home, Instant began, int crises)
            throws IOException {
        ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor();
        ticking.scheduleAtFixedRate(() -> tick(home.resolve("time")), 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        Files.createFile(home.resolve(READY));
        for (int i = 0; i < crises; i++) {
            declare(application, LEVELS.get(i % LEVELS.size()));
        }
        endWhatIsClimbed(application, crises);
        liveOn(application, began, crises);
        ticking.shutdownNow();
    }

    /** Crises whose ladder has reached its end make room for the next, or all would be called again for ever. */
    private static void endWhatIsClimbed(ConfigurableApplicationContext application, int crises) {
        Ladder ladder = application.getBean(Ladder.class);
        application.getBean(Crises.class).open().stream()
                .filter(crisis -> crises > 0 && ladder.of(crisis.id()).tier() == Tier.LAST)
                .forEach(crisis -> application
                        .getBean(CrisisResponse.class)
                        .falseAlarm(crisis.id(), "Its ladder has reached its end."));
    }

    private static void liveOn(ConfigurableApplicationContext application, Instant began, int crises) {
        Clock clock = application.getBean(Clock.class);
        Instant end = began.plus(A_WHILE);
        while (crises > 0 || clock.instant().isBefore(end) || !settled(application)) {
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    private static boolean settled(ConfigurableApplicationContext application) {
        Ladder ladder = application.getBean(Ladder.class);
        return application.getBean(Crises.class).open().stream()
                .allMatch(crisis -> ladder.of(crisis.id()).tier() == Tier.LAST);
    }

    private static void tick(Path time) {
        try {
            Instant next = ClockUtil.getCurrentTime().toInstant().plus(PASSES);
            ClockUtil.setCurrentTime(Date.from(next));
            Path written = time.resolveSibling("time.new");
            Files.writeString(written, next.toString());
            Files.move(written, time, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void declare(ConfigurableApplicationContext application, Level level) {
        application
                .getBean(CrisisResponse.class)
                .declare(new CrisisResponse.Declaration(
                        "Until somebody takes it",
                        List.of("weibo"),
                        UUID.randomUUID().toString(),
                        "other",
                        level,
                        List.of("A test."),
                        Facts.UNKNOWN,
                        null,
                        Crisis.Mode.REAL,
                        application.getBean(Clock.class).instant()));
    }

    private static void people(IdentityService identities) {
        for (String person : PEOPLE) {
            if (identities.createUserQuery().userId(person).count() == 0) {
                var user = identities.newUser(person);
                user.setEmail(person + "@example.com");
                identities.saveUser(user);
            }
        }
    }
}
