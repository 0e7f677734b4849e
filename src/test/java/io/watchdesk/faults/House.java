package io.watchdesk.faults;

import static org.awaitility.Awaitility.await;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.oncall.Changes;
import io.watchdesk.signal.Signals;
import io.watchdesk.testing.Cast;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@link HouseFaults} does and sees inside a life. */
final class House {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration ALARM = Duration.ofSeconds(60);
    private static final String TABLE = "processes/signal-assessment/crisis-severity.dmn";

    private final CrisisResponse response;
    private final Crises crises;
    private final Changes changes;
    private final Signals signals;
    private final TaskService tasks;
    private final ManagementService management;
    private final RepositoryService repository;
    private final IdentityService identities;
    private final JdbcClient jdbc;
    private final Cast cast;

    House(ApplicationContext application, Cast cast) {
        this.cast = cast;
        response = application.getBean(CrisisResponse.class);
        crises = application.getBean(Crises.class);
        changes = application.getBean(Changes.class);
        signals = application.getBean(Signals.class);
        tasks = application.getBean(TaskService.class);
        management = application.getBean(ManagementService.class);
        repository = application.getBean(RepositoryService.class);
        identities = application.getBean(IdentityService.class);
        jdbc = application.getBean(JdbcClient.class);
    }

    /** Its step fails until it is given up, and that is told within a minute. */
    void isGivenUpAndTold(String businessKey) {
        until(() -> {
            List<String> ids = jobIds(businessKey, " and j.retries_ > 0");
            ids.forEach(id -> ignoringRefusal(() -> management.setJobDuedate(id, now())));
            return !jobIds(businessKey, " and j.retries_ = 0").isEmpty();
        });
        await().atMost(ALARM).until(() -> alarms("told_at is not null") > 0);
    }

    private long alarms(String which) {
        return jdbc.sql("select count(*) from self_watch_alarm where sentence like '%signal-assessment: given up%' and "
                        + which)
                .query(Long.class)
                .single();
    }

    /** It is mended: its step is done, and nobody is alarmed any more. */
    void goesOn(String businessKey) {
        jobIds(businessKey, " and j.retries_ = 0").forEach(id -> {
            management.setJobRetries(id, 1);
            management.setJobDuedate(id, now());
        });
        until(() -> jobs(businessKey) == 0 && alarms("told_at is not null") == 0);
    }

    void absent(List<String> away, Runnable story) {
        List<String> absences = new ArrayList<>();
        Instant now = ClockUtil.getCurrentTime().toInstant();
        try {
            away.forEach(person -> absences.add(cast.as(
                            "max",
                            () -> changes.absence(
                                    person, now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)), "On leave."))
                    .id()));
            story.run();
        } finally {
            absences.forEach(absence -> cast.as("max", () -> {
                changes.cancelAbsence(absence);
                return null;
            }));
        }
    }

    Crisis declared(Level level) {
        String topic = "fault " + System.nanoTime();
        return response.declare(new CrisisResponse.Declaration(
                topic,
                List.of("newsroom"),
                topic,
                "other",
                level,
                List.of("A fault."),
                Facts.UNKNOWN,
                null,
                Crisis.Mode.REAL,
                ClockUtil.getCurrentTime().toInstant()));
    }

    /** Whoever works on it at this moment may come first; then it is ended a moment later. */
    void ends(Crisis crisis, String reason) {
        until(() -> {
            ignoringRefusal(() -> response.falseAlarm(crisis.id(), reason));
            return !crises.get(crisis.id()).open();
        });
    }

    String received(String event) {
        String unique = event + "-" + System.nanoTime();
        return signals.receive(new Signals.NewSignal(
                        "monitor", unique, "newsroom", unique, "A fault", null, null, Map.of(), Instant.now()))
                .signalId();
    }

    String ghost() {
        String name = "ghost" + System.nanoTime();
        User ghost = identities.newUser(name);
        ghost.setFirstName("Ghost");
        ghost.setEmail(name + "@example.com");
        ghost.setPassword(name);
        identities.saveUser(ghost);
        identities.createMembership(name, "oncall-tier-1");
        return name;
    }

    Task operatorTask(Crisis crisis) {
        return await().atMost(PATIENCE)
                .until(
                        () -> tasks.createTaskQuery()
                                .processInstanceBusinessKey(crisis.id())
                                .taskDefinitionKey("UserTask_TakeCrisisAsOperator")
                                .singleResult(),
                        java.util.Objects::nonNull);
    }

    /** Everything of this process that waits for its time is due now; answers how much. */
    int comeForward(Crisis crisis, String process) {
        List<String> timers = timers(crisis, process);
        timers.forEach(timer -> ignoringRefusal(() -> management.setJobDuedate(timer, now())));
        return timers.size();
    }

    List<String> timers(Crisis crisis, String process) {
        return jobIds(crisis.id(), " and j.handler_type_ like 'timer%' and j.process_def_key_ = '" + process + "'");
    }

    long jobs(String businessKey) {
        return jobIds(businessKey, " and j.handler_type_ not like 'timer%'").size();
    }

    List<String> jobIds(String businessKey, String which) {
        return jdbc.sql("select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_"
                        + " where e.business_key_ = ?" + which)
                .param(businessKey)
                .query(String.class)
                .list();
    }

    List<String> tiers(Crisis crisis) {
        return told(crisis, "escalation.tierCalled").stream()
                .map(text -> text.substring(0, 6))
                .toList();
    }

    List<String> told(Crisis crisis, String kind) {
        return jdbc.sql("select text from crisis_timeline where crisis_id = ? and kind = ? order by id")
                .params(crisis.id(), kind)
                .query(String.class)
                .list();
    }

    /** Which of these kinds its timeline has, in their order. */
    List<String> kinds(Crisis crisis, String... kinds) {
        return jdbc.sql("select kind from crisis_timeline where crisis_id = ? and kind in (?, ?) order by id")
                .params(crisis.id(), kinds[0], kinds[1])
                .query(String.class)
                .list();
    }

    List<String> crisesOf(String signal) {
        return jdbc.sql("select c.id from crisis c join signal s on s.topic = c.topic where s.id = ?")
                .param(signal)
                .query(String.class)
                .list();
    }

    long entries(String action) {
        return jdbc.sql("select count(*) from audit_entry where action = ?")
                .param(action)
                .query(Long.class)
                .single();
    }

    void deploy(String table) {
        repository
                .createDeployment()
                .name("a changed table")
                .addString(TABLE, table)
                .deploy();
    }

    static String table() {
        try (InputStream table = HouseFaults.class.getResourceAsStream("/" + TABLE)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Date now() {
        return ClockUtil.getCurrentTime();
    }

    static void until(BooleanSupplier holds) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(holds::getAsBoolean);
    }

    /** Colleagues and the engine's threads come in between all the time. */
    static void ignoringRefusal(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException refused) {
            if (refused instanceof AuthorizationException) {
                throw refused;
            }
        }
    }
}
