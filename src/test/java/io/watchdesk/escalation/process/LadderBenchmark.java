package io.watchdesk.escalation.process;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.watchdesk.WatchdeskApplication;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.escalation.LadderTimers;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How late the ladder is while 20,000 jobs of the content line wait and run: from the declaration to the first page in the
 * hands of the mail server, and from the limit of a tier to the call of the next. On the H2 file and on PostgreSQL. Run:
 * {@code mvn -q test-compile exec:java@ladder-benchmark}
 */
final class LadderBenchmark {

    private static final int CONTENT_PRIORITY = 10;
    private static final int BATCH = 500;
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration BETWEEN = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final int jobs;
    private final int crises;

    private LadderBenchmark(int jobs, int crises) {
        this.jobs = jobs;
        this.crises = crises;
    }

    /** @param arguments waiting content jobs, 20,000 if left out; crises, 100 if left out */
    public static void main(String[] arguments) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        LadderBenchmark benchmark = new LadderBenchmark(
                arguments.length < 1 ? 20_000 : Integer.parseInt(arguments[0]),
                arguments.length < 2 ? 100 : Integer.parseInt(arguments[1]));
        System.out.printf("%-12s %-34s %8s %8s %8s%n", "database", "milliseconds", "median", "p99", "most");
        benchmark.run("H2 file");
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            benchmark.run(
                    "PostgreSQL",
                    "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=postgres");
        }
        System.exit(0);
    }

    private void run(String database, String... settings) throws Exception {
        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        List<String> own = new ArrayList<>(List.of(settings));
        own.add("--server.port=0");
        own.add("--logging.level.root=error");
        own.add("--spring.main.banner-mode=off");
        own.add("--spring.mail.host=127.0.0.1");
        own.add("--spring.mail.port=" + mail.getSmtp().getPort());
        own.add("--watchdesk.data-directory=" + Files.createTempDirectory("watchdesk-benchmark"));
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(WatchdeskApplication.class).run(own.toArray(String[]::new))) {
            people(application.getBean(IdentityService.class));
            application.getBean(JobExecutor.class).shutdown();
            contentWaits(application);
            application.getBean(JobExecutor.class).start();
            List<String> ids = declare(application);
            long left = waiting(application);
            System.out.printf("%-12s content jobs still waiting at the end: %s of %s%n", database, left, jobs);
            print(database, "declared to first page delivered", firstPages(application, ids));
            print(database, "limit to call of the next tier", climbs(application, ids));
        } finally {
            mail.stop();
        }
    }

    /** Small steps of the content line's priority, each an asynchronous job that writes to the database. */
    private void contentWaits(ConfigurableApplicationContext application) {
        application
                .getBean(RepositoryService.class)
                .createDeployment()
                .addModelInstance(
                        "content.bpmn",
                        Bpmn.createExecutableProcess("content")
                                .camundaHistoryTimeToLive(1)
                                .camundaJobPriority(Integer.toString(CONTENT_PRIORITY))
                                .startEvent()
                                .manualTask()
                                .camundaAsyncBefore()
                                .manualTask()
                                .camundaAsyncBefore()
                                .endEvent()
                                .done())
                .deploy();
        TransactionTemplate transaction = application.getBean(TransactionTemplate.class);
        RuntimeService processes = application.getBean(RuntimeService.class);
        for (int i = 0; i < jobs; i += BATCH) {
            transaction.executeWithoutResult(status -> {
                for (int j = 0; j < BATCH; j++) {
                    processes.startProcessInstanceByKey("content");
                }
            });
        }
    }

    private static long waiting(ConfigurableApplicationContext application) {
        return application
                .getBean(ManagementService.class)
                .createJobQuery()
                .priorityLowerThanOrEquals(CONTENT_PRIORITY)
                .executable()
                .count();
    }

    /** Declares one crisis after the other and sets the limit of the second tier a few seconds ahead. */
    private List<String> declare(ConfigurableApplicationContext application) {
        CrisisResponse response = application.getBean(CrisisResponse.class);
        Clock clock = application.getBean(Clock.class);
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < crises; i++) {
            ids.add(response.declare(new CrisisResponse.Declaration(
                            "A measured crisis",
                            List.of("weibo"),
                            UUID.randomUUID().toString(),
                            "other",
                            Level.YELLOW,
                            List.of("A benchmark."),
                            Facts.UNKNOWN,
                            null,
                            Crisis.Mode.REAL,
                            clock.instant()))
                    .id());
            LockSupport.parkNanos(BETWEEN.toNanos());
            limit(application, jdbc, clock, ids);
        }
        until(() -> {
            limit(application, jdbc, clock, ids);
            return climbs(application, ids).size() == crises
                    && firstPages(application, ids).size() == crises;
        });
        return ids;
    }

    private final Map<String, Instant> limits = new HashMap<>();

    private void limit(ConfigurableApplicationContext application, JdbcClient jdbc, Clock clock, List<String> ids) {
        for (String id : ids) {
            if (!limits.containsKey(id) && tier(jdbc, id) == 1) {
                Instant at = clock.instant().plus(LIMIT);
                application
                        .getBean(TransactionTemplate.class)
                        .executeWithoutResult(status ->
                                application.getBean(LadderTimers.class).climbAt(id, at));
                limits.put(id, at);
            }
        }
    }

    private static int tier(JdbcClient jdbc, String id) {
        return jdbc.sql("select tier from crisis_ladder where crisis_id = ?")
                .param(id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private List<Long> firstPages(ConfigurableApplicationContext application, List<String> ids) {
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        List<Long> late = new ArrayList<>();
        for (String id : ids) {
            jdbc.sql(
                            "select min(outcome_at) from crisis_page where crisis_id = ? and state in ('delivered', 'toldWith')")
                    .param(id)
                    .query(OffsetDateTime.class)
                    .optional()
                    .ifPresent(delivered -> late.add(Duration.between(
                                    jdbc.sql("select opened_at from crisis where id = ?")
                                            .param(id)
                                            .query(OffsetDateTime.class)
                                            .single(),
                                    delivered)
                            .toMillis()));
        }
        return late;
    }

    private List<Long> climbs(ConfigurableApplicationContext application, List<String> ids) {
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        List<Long> late = new ArrayList<>();
        for (String id : ids) {
            if (limits.containsKey(id)) {
                jdbc.sql("select min(requested_at) from crisis_page where crisis_id = ? and tier = 2")
                        .param(id)
                        .query(OffsetDateTime.class)
                        .optional()
                        .ifPresent(called ->
                                late.add(Duration.between(limits.get(id).atOffset(ZoneOffset.UTC), called)
                                        .toMillis()));
            }
        }
        return late;
    }

    private static void print(String database, String what, List<Long> milliseconds) {
        milliseconds.sort(null);
        System.out.printf(
                "%-12s %-34s %8d %8d %8d%n",
                database,
                what,
                milliseconds.get(milliseconds.size() / 2),
                milliseconds.get((int) Math.ceil(milliseconds.size() * 0.99) - 1),
                milliseconds.get(milliseconds.size() - 1));
    }

    private static void until(java.util.function.BooleanSupplier done) {
        long patience = System.nanoTime() + LONGEST.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("Not every crisis was paged and climbed within " + LONGEST);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private static void people(IdentityService identities) {
        for (String person : List.of("olga", "otto", "petra", "peng", "carla", "eva")) {
            var user = identities.newUser(person);
            user.setEmail(person + "@example.com");
            identities.saveUser(user);
        }
    }
}
