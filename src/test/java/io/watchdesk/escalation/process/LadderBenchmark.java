package io.watchdesk.escalation.process;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.watchdesk.WatchdeskApplication;
import io.watchdesk.escalation.LadderTimers;
import io.watchdesk.signal.Signals;
import io.watchdesk.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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
 * How late the ladder is while 20,000 jobs of the content line wait and run all the time: from the receipt of a signal to the
 * first page in the hands of the mail server, stage by stage, and from the limit of a tier to the page of the next: right after
 * the start, then one signal every few seconds, then all at once. Run:
 * {@code mvn -q test-compile exec:java@ladder-benchmark [-Dexec.args="postgresql 20000 20 60"]}
 */
final class LadderBenchmark {

    private static final int CONTENT_PRIORITY = 10;
    private static final int BATCH = 25;
    private static final Duration COUNT = Duration.ofSeconds(4);
    private static final Duration BETWEEN = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** Orange: the first two tiers are called at once, so that the third has a limit. */
    private static final Map<String, String> FACTS = Map.of("mentionsRatio", "7");

    private final String database;
    private final int jobs;
    private final int oneByOne;
    private final int atOnce;

    private ConfigurableApplicationContext application;
    private JdbcClient jdbc;
    private volatile boolean over;

    private LadderBenchmark(String database, int jobs, int oneByOne, int atOnce) {
        this.database = database;
        this.jobs = jobs;
        this.oneByOne = oneByOne;
        this.atOnce = atOnce;
    }

    /**
     * @param arguments {@code h2}, {@code postgresql} or {@code both}, the first if left out; waiting content jobs, 20,000 if
     *     left out; signals one after the other, 20 if left out; signals at once, 60 if left out
     */
    public static void main(String[] arguments) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        String database = arguments.length < 1 ? "h2" : arguments[0];
        int jobs = argument(arguments, 1, 20_000);
        int oneByOne = argument(arguments, 2, 20);
        int atOnce = argument(arguments, 3, 60);
        System.out.printf("%-11s %-15s %-34s %8s %8s %8s%n", "database", "signals", "ms", "median", "p99", "most");
        if (!database.equals("postgresql")) {
            new LadderBenchmark("H2 file", jobs, oneByOne, atOnce).run();
        }
        if (!database.equals("h2")) {
            try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
                new LadderBenchmark("PostgreSQL", jobs, oneByOne, atOnce)
                        .run(TestDatabase.settings(server.getJdbcUrl("postgres", "postgres"))
                                .toArray(String[]::new));
            }
        }
        System.exit(0);
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length <= index ? otherwise : Integer.parseInt(arguments[index]);
    }

    private void run(String... settings) throws Exception {
        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        List<String> own = new ArrayList<>(List.of(settings));
        own.add("--server.port=0");
        own.add("--logging.level.root=off");
        own.add("--spring.main.banner-mode=off");
        own.add("--spring.mail.host=127.0.0.1");
        own.add("--spring.mail.port=" + mail.getSmtp().getPort());
        own.add("--watchdesk.data-directory=" + Files.createTempDirectory("watchdesk-benchmark"));
        try (ConfigurableApplicationContext started =
                new SpringApplicationBuilder(WatchdeskApplication.class).run(own.toArray(String[]::new))) {
            application = started;
            jdbc = started.getBean(JdbcClient.class);
            people(started.getBean(IdentityService.class));
            started.getBean(JobExecutor.class).shutdown();
            deployContent();
            contentWaits(jobs);
            started.getBean(JobExecutor.class).start();
            Thread feeding = new Thread(this::feed, "content keeps coming");
            feeding.start();
            // A machine that has just started has to learn first; what it takes until then is told apart.
            signals("after the start", 2, BETWEEN);
            signals("one every 3 s", oneByOne, BETWEEN);
            signals("all at once", atOnce, Duration.ZERO);
            over = true;
            feeding.join();
        } finally {
            mail.stop();
        }
    }

    /** Small steps of the content line's priority, each an asynchronous job that writes to the database. */
    private void deployContent() {
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
    }

    private void contentWaits(int wanted) {
        TransactionTemplate transaction = application.getBean(TransactionTemplate.class);
        RuntimeService processes = application.getBean(RuntimeService.class);
        for (int i = 0; i < wanted && !over; i += BATCH) {
            transaction.executeWithoutResult(status -> {
                for (int j = 0; j < BATCH; j++) {
                    processes.startProcessInstanceByKey("content");
                }
            });
        }
    }

    /** What is done is replaced, so that the load is the same to the end. */
    private void feed() {
        while (!over) {
            contentWaits((int) Math.max(0, jobs - waiting()));
            LockSupport.parkNanos(COUNT.toNanos());
        }
    }

    private long waiting() {
        return application
                .getBean(ManagementService.class)
                .createJobQuery()
                .priorityLowerThanOrEquals(CONTENT_PRIORITY)
                .executable()
                .count();
    }

    private void signals(String round, int count, Duration between) {
        Signals signals = application.getBean(Signals.class);
        List<String> ids = new ArrayList<>();
        Map<String, Instant> limits = new HashMap<>();
        long before = contentDone();
        Instant began = application.getBean(Clock.class).instant();
        for (int i = 0; i < count; i++) {
            String topic = UUID.randomUUID().toString();
            ids.add(signals.receive(new Signals.NewSignal(
                            "benchmark", topic, null, topic, "A measured signal", "", null, FACTS, null))
                    .signalId());
            LockSupport.parkNanos(between.toNanos());
            limit(ids, limits);
        }
        until(() -> {
            limit(ids, limits);
            return paged(ids, limits).size() == count;
        });
        long seconds = Math.max(
                1,
                Duration.between(began, application.getBean(Clock.class).instant())
                        .toSeconds());
        System.out.printf(
                "%-11s %-15s content jobs waiting: %d, done meanwhile: %d a second%n",
                database, round, waiting(), (contentDone() - before) / seconds);
        List<Stages> stages = paged(ids, limits);
        print(round, "received to declared", stages, Stages::declared);
        print(round, "declared to page asked for", stages, Stages::asked);
        print(round, "page asked for to sent", stages, Stages::sent);
        print(round, "sent to delivered", stages, Stages::delivered);
        print(round, "SIGNAL TO FIRST PAGE", stages, Stages::whole);
        print(round, "limit to next tier called", stages, Stages::called);
        print(round, "LIMIT TO NEXT TIER PAGED", stages, Stages::nextPaged);
    }

    private long contentDone() {
        return jdbc.sql(
                        "select count(*) from act_hi_procinst where proc_def_key_ = 'content' and end_time_ is not null")
                .query(Long.class)
                .single();
    }

    /** The second tier gets a limit as soon as it is called. */
    private void limit(List<String> ids, Map<String, Instant> limits) {
        for (String crisis : crises(ids)) {
            if (!limits.containsKey(crisis) && tier(crisis) == 2) {
                Instant at = application.getBean(Clock.class).instant().plus(LIMIT);
                application
                        .getBean(TransactionTemplate.class)
                        .executeWithoutResult(status ->
                                application.getBean(LadderTimers.class).climbAt(crisis, at));
                limits.put(crisis, at);
            }
        }
    }

    private List<String> crises(List<String> ids) {
        return jdbc.sql("select crisis_id from signal where id in (:ids) and crisis_id is not null")
                .param("ids", ids)
                .query(String.class)
                .list();
    }

    private int tier(String crisis) {
        return jdbc.sql("select tier from crisis_ladder where crisis_id = ?")
                .param(crisis)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** What is measured of every signal whose page and whose climb have arrived. */
    private List<Stages> paged(List<String> ids, Map<String, Instant> limits) {
        return jdbc
                .sql("select s.received_at, c.opened_at, c.id,"
                        + " (select min(p.requested_at) from crisis_page p where p.crisis_id = c.id) asked_at,"
                        + " (select min(a.started_at) from crisis_page p join crisis_page_attempt a on a.page_id = p.id"
                        + "  where p.crisis_id = c.id) sent_at,"
                        + " (select min(a.ended_at) from crisis_page p join crisis_page_attempt a on a.page_id = p.id"
                        + "  where p.crisis_id = c.id and a.outcome = 'delivered') delivered_at,"
                        + " (select min(p.requested_at) from crisis_page p where p.crisis_id = c.id and p.tier = 3) called_at,"
                        + " (select min(a.ended_at) from crisis_page p join crisis_page_attempt a on a.page_id = p.id"
                        + "  where p.crisis_id = c.id and p.tier = 3 and a.outcome = 'delivered') next_paged_at"
                        + " from signal s join crisis c on c.id = s.crisis_id where s.id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> stages(row, limits))
                .list()
                .stream()
                .filter(each -> each.delivered != null && each.nextPaged != null)
                .toList();
    }

    private static Stages stages(ResultSet row, Map<String, Instant> limits) throws SQLException {
        Instant received = instant(row, "received_at");
        Instant opened = instant(row, "opened_at");
        Instant asked = instant(row, "asked_at");
        Instant sent = instant(row, "sent_at");
        Instant delivered = instant(row, "delivered_at");
        Instant limit = limits.get(row.getString("id"));
        return new Stages(
                between(received, opened),
                between(opened, asked),
                between(asked, sent),
                between(sent, delivered),
                between(received, delivered),
                between(limit, instant(row, "called_at")),
                between(limit, instant(row, "next_paged_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Long between(Instant from, Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toMillis();
    }

    private void print(String round, String what, List<Stages> stages, Function<Stages, Long> stage) {
        List<Long> milliseconds = stages.stream().map(stage).sorted().toList();
        System.out.printf(
                "%-11s %-15s %-34s %8d %8d %8d%n",
                database,
                round,
                what,
                milliseconds.get(milliseconds.size() / 2),
                milliseconds.get((int) Math.ceil(milliseconds.size() * 0.99) - 1),
                milliseconds.get(milliseconds.size() - 1));
    }

    private static void until(BooleanSupplier done) {
        long patience = System.nanoTime() + LONGEST.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("Not every crisis was paged and climbed within " + LONGEST);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static void people(IdentityService identities) {
        for (String person : List.of("olga", "otto", "petra", "peng", "carla", "eva")) {
            var user = identities.newUser(person);
            user.setEmail(person + "@example.com");
            identities.saveUser(user);
        }
    }

    /** Milliseconds of one crisis, from one step to the next. */
    private record Stages(
            Long declared, Long asked, Long sent, Long delivered, Long whole, Long called, Long nextPaged) {}
}
