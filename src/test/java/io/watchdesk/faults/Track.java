package io.watchdesk.faults;

import io.watchdesk.WatchdeskApplication;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.platform.People;
import io.watchdesk.platform.signin.QuickHash;
import io.watchdesk.signal.Signals;
import io.watchdesk.testing.Cast;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where races are run: the whole application on the H2 file, whose jobs run when a race says so. */
final class Track implements AutoCloseable {

    private static final int PATIENCE = 60;

    final ConfigurableApplicationContext application;
    final JdbcClient jdbc;
    final Cast cast;
    final CrisisResponse response;
    final TaskService tasks;
    final ManagementService management;
    private final RuntimeService processes;
    private final Signals signals;
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final CyclicBarrier start = new CyclicBarrier(2);
    private int number;

    Track(Path home) {
        application = new SpringApplicationBuilder(WatchdeskApplication.class)
                .sources(QuickHash.class)
                .run(
                        "--server.port=0",
                        "--camunda.bpm.webapp.enabled=false",
                        "--watchdesk.data-directory=" + home,
                        "--watchdesk.base-url=http://localhost:8080",
                        "--watchdesk.self-watch.every=P1D");
        application.getBean(JobExecutor.class).shutdown();
        jdbc = application.getBean(JdbcClient.class);
        cast = new Cast(application.getBean(IdentityService.class), application.getBean(People.class));
        cast.assemble();
        response = application.getBean(CrisisResponse.class);
        tasks = application.getBean(TaskService.class);
        processes = application.getBean(RuntimeService.class);
        management = application.getBean(ManagementService.class);
        signals = application.getBean(Signals.class);
    }

    /** The next race begins: what it makes has a number of its own. */
    int next() {
        return ++number;
    }

    Crisis declared(Level level) {
        Crisis crisis = declare("race " + number, level);
        jobsOf(crisis);
        return crisis;
    }

    Crisis declare(String topic, Level level) {
        return response.declare(new CrisisResponse.Declaration(
                topic,
                List.of("newsroom"),
                topic,
                "other",
                level,
                List.of("A race."),
                Facts.UNKNOWN,
                null,
                Crisis.Mode.REAL,
                Instant.now()));
    }

    /** An open task of the ladder that olga and otto may take. */
    Task task() {
        Crisis crisis = declared(Level.YELLOW);
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(crisis.id())
                .taskDefinitionKey("UserTask_TakeCrisisAsOperator")
                .singleResult();
    }

    /** It is over. */
    Object ended(Crisis crisis) {
        response.falseAlarm(crisis.id(), "The race is over.");
        return "ended";
    }

    void end(Task task) {
        response.falseAlarm((String) tasks.getVariable(task.getId(), "crisisId"), "The race is over.");
    }

    Object claims(Task task, String person) {
        tasks.claim(task.getId(), person);
        return person;
    }

    Object completes(Task task) {
        return cast.as("olga", () -> {
            tasks.complete(task.getId());
            return "done";
        });
    }

    String receive(String event) {
        return signals.receive(new Signals.NewSignal(
                        "monitor", event, "newsroom", event, "A race", null, null, Map.of(), Instant.now()))
                .signalId();
    }

    void jobsOf(Crisis crisis) {
        for (Job job : management.createJobQuery().messages().executable().list()) {
            try {
                if ("crisis-escalation".equals(job.getProcessDefinitionKey())
                        || "crisis-response".equals(job.getProcessDefinitionKey())) {
                    management.executeJob(job.getId());
                }
            } catch (RuntimeException e) {
                throw new IllegalStateException("A job of %s fails.".formatted(crisis.id()), e);
            }
        }
    }

    Job timer(Crisis crisis, String element) {
        Job timer = timerOrNull(crisis, element);
        if (timer == null) {
            throw new IllegalStateException("%s waits at no timer %s.".formatted(crisis.id(), element));
        }
        return timer;
    }

    Job timerOrNull(Crisis crisis, String element) {
        return management.createJobQuery().timers().activityId(element).list().stream()
                .filter(job -> crisis.id()
                        .equals(processes
                                .createProcessInstanceQuery()
                                .processInstanceId(job.getProcessInstanceId())
                                .singleResult()
                                .getBusinessKey()))
                .findFirst()
                .orElse(null);
    }

    long entries(String subject, String action) {
        return jdbc.sql("select count(*) from audit_entry where subject = ? and action = ?")
                .params(subject, action)
                .query(Long.class)
                .single();
    }

    /** Does both at once; what one threw stands in the place of what it would have answered. */
    Object[] together(Deed one, Deed two) throws Exception {
        Future<Object> second = other.submit(() -> result(two));
        Object first = result(one);
        return new Object[] {first, second.get(PATIENCE, TimeUnit.SECONDS)};
    }

    Object[] together(Deed one, Runnable two) throws Exception {
        return together(one, () -> {
            two.run();
            return "done";
        });
    }

    Object result(Deed deed) throws Exception {
        start.await(PATIENCE, TimeUnit.SECONDS);
        try {
            return deed.run();
        } catch (RuntimeException e) {
            return e;
        }
    }

    static void require(Invariant invariant, boolean holds, String sentence) {
        if (!holds) {
            throw new Violated(invariant, sentence);
        }
    }

    @Override
    public void close() {
        other.shutdown();
        application.close();
    }

    /** What one of two does. */
    interface Deed {
        Object run();
    }

    /** A race ended as none may. */
    static final class Violated extends RuntimeException {

        final transient Invariant invariant;

        Violated(Invariant invariant, String sentence) {
            super(sentence);
            this.invariant = invariant;
        }
    }
}
