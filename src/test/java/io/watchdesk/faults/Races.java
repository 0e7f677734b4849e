package io.watchdesk.faults;

import io.watchdesk.WatchdeskApplication;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.escalation.Ladder;
import io.watchdesk.platform.People;
import io.watchdesk.signal.Signals;
import io.watchdesk.testing.Cast;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/**
 * Named races between two who do something in the same moment, in the whole application on the H2 file; each is judged by
 * what the database says afterwards. Three more, of the ledger, run a thousand times each in {@code RaceTest}.
 */
final class Races implements AutoCloseable {

    private static final int PATIENCE = 60;

    private final Map<String, Race> races = new LinkedHashMap<>();
    private final ConfigurableApplicationContext application;
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final CyclicBarrier start = new CyclicBarrier(2);
    private final JdbcClient jdbc;
    private final Cast cast;
    private final CrisisResponse response;
    private final TaskService tasks;
    private final RuntimeService processes;
    private final ManagementService management;
    private final Signals signals;
    private final Ladder ladder;
    private int number;

    Races(Path home) {
        application = new SpringApplicationBuilder(WatchdeskApplication.class)
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
        ladder = application.getBean(Ladder.class);
        races.put("acknowledge and escalate", this::acknowledgeAndEscalate);
        races.put("two acknowledge", this::twoAcknowledge);
        races.put("climb by hand and by the timer", this::climbAndTimer);
        races.put("two claim a task", this::twoClaim);
        races.put("a double click completes a task", this::doubleClick);
        races.put("the same signal at once", this::sameSignal);
        races.put("the same timer on two threads", this::sameTimer);
        races.put("two declare the same crisis", this::twoDeclare);
    }

    /** What races there are. */
    List<String> names() {
        return List.copyOf(races.keySet());
    }

    /** Runs one of them so often. */
    Chunk run(String name, int times) {
        List<Breach> breaches = new ArrayList<>();
        Map<String, Integer> ends = new TreeMap<>();
        for (int i = 0; i < times; i++) {
            number++;
            try {
                ends.merge(races.get(name).run(), 1, Integer::sum);
            } catch (Violated violated) {
                breaches.add(new Breach(violated.invariant, name + ": " + violated.getMessage()));
            } catch (Exception e) {
                breaches.add(new Breach(Invariant.NO_LEAK, name + ": " + e));
            }
        }
        return new Chunk(breaches, times, ends);
    }

    private String acknowledgeAndEscalate() throws Exception {
        Crisis crisis = declared(Level.YELLOW);
        Job timer = timer(crisis, "TimerEvent_PrManagersDue");
        together(() -> response.acknowledge(crisis.id(), "olga", "race"), () -> management.executeJob(timer.getId()));
        String holder = application.getBean(Crises.class).get(crisis.id()).holder();
        require(Invariant.NOBODY_SILENT, "olga".equals(holder), crisis.id() + " is held by " + holder);
        List<String> kinds = jdbc.sql("select kind from crisis_timeline where crisis_id = ? and kind in"
                        + " ('crisis.acknowledged', 'escalation.tierCalled') order by id")
                .param(crisis.id())
                .query(String.class)
                .list();
        long calls = kinds.stream().filter("escalation.tierCalled"::equals).count();
        require(Invariant.NOBODY_SILENT, calls <= 2, crisis.id() + " was called so: " + kinds);
        require(
                Invariant.NOBODY_SILENT,
                kinds.get(kinds.size() - 1).equals("crisis.acknowledged"),
                crisis.id() + " was called on although it was taken: " + kinds);
        response.falseAlarm(crisis.id(), "The race is over.");
        return calls == 1 ? "taken before the next tier" : "the next tier was called first";
    }

    private String twoAcknowledge() throws Exception {
        Crisis crisis = declared(Level.YELLOW);
        Object[] ends = together(
                () -> response.acknowledge(crisis.id(), "olga", "race").taken(),
                () -> response.acknowledge(crisis.id(), "otto", "race").taken());
        require(
                Invariant.AUDIT,
                entries(crisis.id(), "crisis.acknowledged") == 1,
                crisis.id() + " was acknowledged so often: " + entries(crisis.id(), "crisis.acknowledged"));
        String holder = application.getBean(Crises.class).get(crisis.id()).holder();
        response.falseAlarm(crisis.id(), "The race is over.");
        require(
                Invariant.NOBODY_SILENT,
                Boolean.TRUE.equals(ends[0]) ^ Boolean.TRUE.equals(ends[1]),
                "both were told " + ends[0] + " and " + ends[1]);
        return holder + " has it";
    }

    private String climbAndTimer() throws Exception {
        Crisis crisis = declared(Level.YELLOW);
        Job timer = timer(crisis, "TimerEvent_PrManagersDue");
        int seen = ladder.of(crisis.id()).step();
        Object[] ends = together(
                () -> cast.as("max", () -> ladder.climb(crisis.id(), seen, 2, "The race.")),
                () -> management.executeJob(timer.getId()));
        jobsOf(crisis);
        Job again = timerOrNull(crisis, "TimerEvent_PrManagersDue");
        if (again != null) {
            management.executeJob(again.getId());
            jobsOf(crisis);
        }
        long called = jdbc.sql("select count(*) from crisis_timeline where crisis_id = ? and kind ="
                        + " 'escalation.tierCalled' and text like 'Tier 2%'")
                .param(crisis.id())
                .query(Long.class)
                .single();
        response.falseAlarm(crisis.id(), "The race is over.");
        require(Invariant.NOBODY_SILENT, called == 1, crisis.id() + " called tier 2 so often: " + called);
        return ends[0] instanceof Exception ? "the timer was first" : "the person was first";
    }

    private String twoClaim() throws Exception {
        Task task = task();
        Object[] ends = together(
                () -> cast.as("olga", () -> claims(task, "olga")), () -> cast.as("otto", () -> claims(task, "otto")));
        String assignee =
                tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
        require(
                Invariant.AUDIT,
                ends[0] instanceof Exception ^ ends[1] instanceof Exception,
                "of two claims %s and %s succeeded".formatted(ends[0], ends[1]));
        require(
                Invariant.AUDIT,
                assignee.equals(ends[0] instanceof Exception ? "otto" : "olga"),
                "the task is " + assignee + "'s, who was refused");
        end(task);
        return assignee + " has it";
    }

    private String doubleClick() throws Exception {
        Task task = task();
        cast.as("olga", () -> claims(task, "olga"));
        String crisis = (String) tasks.getVariable(task.getId(), "crisisId");
        Object[] ends = together(() -> completes(task), () -> completes(task));
        long times = entries(crisis, "crisis.acknowledged");
        response.falseAlarm(crisis, "The race is over.");
        require(Invariant.AUDIT, times == 1, "the task of %s was completed %d times".formatted(crisis, times));
        return ends[0] instanceof Exception || ends[1] instanceof Exception ? "one was refused" : "both were content";
    }

    private String sameSignal() throws Exception {
        String event = "race " + number;
        Object[] ends = together(() -> receive(event), () -> receive(event));
        long rows = jdbc.sql("select count(*) from signal where event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
        long assessments = jdbc.sql(
                        "select count(*) from act_hi_procinst p join signal s on s.id = p.business_key_ where s.event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
        require(Invariant.INTAKE, rows == 1 && assessments == 1, rows + " signals, " + assessments + " assessments");
        require(Invariant.INTAKE, ends[0].equals(ends[1]), "told " + ends[0] + " and " + ends[1]);
        return "one signal";
    }

    private String sameTimer() throws Exception {
        Crisis crisis = declared(Level.YELLOW);
        Job timer = timer(crisis, "TimerEvent_PrManagersDue");
        together(
                () -> {
                    management.executeJob(timer.getId());
                    return "done";
                },
                () -> management.executeJob(timer.getId()));
        long called = jdbc.sql("select count(*) from crisis_timeline where crisis_id = ? and kind ="
                        + " 'escalation.tierCalled' and text like 'Tier 2%'")
                .param(crisis.id())
                .query(Long.class)
                .single();
        response.falseAlarm(crisis.id(), "The race is over.");
        require(Invariant.NOBODY_SILENT, called == 1, crisis.id() + " called tier 2 so often: " + called);
        return "one call";
    }

    private String twoDeclare() throws Exception {
        String topic = "declared " + number;
        Object[] ends = together(
                () -> declare(topic, Level.YELLOW).id(),
                () -> declare(topic, Level.YELLOW).id());
        List<String> open = jdbc.sql("select id from crisis where topic = ?")
                .param(topic)
                .query(String.class)
                .list();
        require(Invariant.INTAKE, open.size() == 1, "declared as " + open + " and told " + ends[0] + ", " + ends[1]);
        response.falseAlarm(open.get(0), "The race is over.");
        return "one crisis";
    }

    private Crisis declared(Level level) {
        Crisis crisis = declare("race " + number, level);
        jobsOf(crisis);
        return crisis;
    }

    private Crisis declare(String topic, Level level) {
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
    private Task task() {
        Crisis crisis = declared(Level.YELLOW);
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(crisis.id())
                .taskDefinitionKey("UserTask_TakeCrisisAsOperator")
                .singleResult();
    }

    private void end(Task task) {
        response.falseAlarm((String) tasks.getVariable(task.getId(), "crisisId"), "The race is over.");
    }

    private Object claims(Task task, String person) {
        tasks.claim(task.getId(), person);
        return person;
    }

    private Object completes(Task task) {
        return cast.as("olga", () -> {
            tasks.complete(task.getId());
            return "done";
        });
    }

    private String receive(String event) {
        return signals.receive(new Signals.NewSignal(
                        "monitor", event, "newsroom", event, "A race", null, null, Map.of(), Instant.now()))
                .signalId();
    }

    private void jobsOf(Crisis crisis) {
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

    private Job timer(Crisis crisis, String element) {
        Job timer = timerOrNull(crisis, element);
        if (timer == null) {
            throw new IllegalStateException("%s waits at no timer %s.".formatted(crisis.id(), element));
        }
        return timer;
    }

    private Job timerOrNull(Crisis crisis, String element) {
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

    private long entries(String subject, String action) {
        return jdbc.sql("select count(*) from audit_entry where subject = ? and action = ?")
                .params(subject, action)
                .query(Long.class)
                .single();
    }

    /** Does both at once; what one threw stands in the place of what it would have answered. */
    private Object[] together(Deed one, Deed two) throws Exception {
        Future<Object> second = other.submit(() -> result(two));
        Object first = result(one);
        return new Object[] {first, second.get(PATIENCE, TimeUnit.SECONDS)};
    }

    private Object[] together(Deed one, Runnable two) throws Exception {
        return together(one, () -> {
            two.run();
            return "done";
        });
    }

    private Object result(Deed deed) throws Exception {
        start.await(PATIENCE, TimeUnit.SECONDS);
        try {
            return deed.run();
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static void require(Invariant invariant, boolean holds, String sentence) {
        if (!holds) {
            throw new Violated(invariant, sentence);
        }
    }

    @Override
    public void close() {
        other.shutdown();
        application.close();
    }

    /** One race; answers how it ended. */
    private interface Race {
        String run() throws Exception;
    }

    private interface Deed {
        Object run();
    }

    private static final class Violated extends RuntimeException {

        private final transient Invariant invariant;

        Violated(Invariant invariant, String sentence) {
            super(sentence);
            this.invariant = invariant;
        }
    }
}
