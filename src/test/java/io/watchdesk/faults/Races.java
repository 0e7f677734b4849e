package io.watchdesk.faults;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Level;
import io.watchdesk.escalation.Ladder;
import io.watchdesk.testing.Cast;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Named races between two who do something in the same moment, in the whole application on the H2 file; each is judged by
 * what the database says afterwards. Three more, of the ledger, run a thousand times each in {@code RaceTest}.
 */
final class Races implements AutoCloseable {

    private static final Map<String, Race> RACES = races();

    /** What races there are. */
    static final List<String> NAMES = List.copyOf(RACES.keySet());

    private final Track track;
    private final JdbcClient jdbc;
    private final Cast cast;
    private final CrisisResponse response;
    private final TaskService tasks;
    private final ManagementService management;
    private final Crises crises;
    private final Ladder ladder;
    private int number;

    Races(Path home) {
        track = new Track(home);
        jdbc = track.jdbc;
        cast = track.cast;
        response = track.response;
        tasks = track.tasks;
        management = track.management;
        crises = track.application.getBean(Crises.class);
        ladder = track.application.getBean(Ladder.class);
    }

    private static Map<String, Race> races() {
        Map<String, Race> races = new LinkedHashMap<>();
        races.put("acknowledge and escalate", Races::acknowledgeAndEscalate);
        races.put("two acknowledge", Races::twoAcknowledge);
        races.put("climb by hand and by the timer", Races::climbAndTimer);
        races.put("two claim a task", Races::twoClaim);
        races.put("a double click completes a task", Races::doubleClick);
        races.put("the same signal at once", Races::sameSignal);
        races.put("the same timer on two threads", Races::sameTimer);
        races.put("two declare the same crisis", Races::twoDeclare);
        races.put("end and escalate", Races::endAndEscalate);
        races.put("two end a crisis", Races::twoEnd);
        return races;
    }

    /** Runs one of them so often. */
    Chunk run(String name, int times) {
        List<Breach> breaches = new ArrayList<>();
        Map<String, Integer> ends = new TreeMap<>();
        for (int i = 0; i < times; i++) {
            number = track.next();
            try {
                ends.merge(RACES.get(name).run(this), 1, Integer::sum);
            } catch (Track.Violated violated) {
                breaches.add(new Breach(violated.invariant, name + ": " + violated.getMessage()));
            } catch (Exception e) {
                breaches.add(new Breach(Invariant.NO_LEAK, name + ": " + e));
            }
        }
        return new Chunk(breaches, times, ends);
    }

    private String acknowledgeAndEscalate() throws Exception {
        Crisis crisis = track.declared(Level.YELLOW);
        Job timer = track.timer(crisis, "TimerEvent_PrManagersDue");
        track.together(
                () -> response.acknowledge(crisis.id(), "olga", "race"), () -> management.executeJob(timer.getId()));
        String holder = crises.get(crisis.id()).holder();
        Track.require(Invariant.NOBODY_SILENT, "olga".equals(holder), crisis.id() + " is held by " + holder);
        List<String> kinds = jdbc.sql("select kind from crisis_timeline where crisis_id = ? and kind in"
                        + " ('crisis.acknowledged', 'escalation.tierCalled') order by id")
                .param(crisis.id())
                .query(String.class)
                .list();
        long calls = kinds.stream().filter("escalation.tierCalled"::equals).count();
        Track.require(Invariant.NOBODY_SILENT, calls <= 2, crisis.id() + " was called so: " + kinds);
        Track.require(
                Invariant.NOBODY_SILENT,
                kinds.get(kinds.size() - 1).equals("crisis.acknowledged"),
                crisis.id() + " was called on although it was taken: " + kinds);
        response.falseAlarm(crisis.id(), "The race is over.");
        return calls == 1 ? "taken before the next tier" : "the next tier was called first";
    }

    private String twoAcknowledge() throws Exception {
        Crisis crisis = track.declared(Level.YELLOW);
        Object[] ends = track.together(
                () -> response.acknowledge(crisis.id(), "olga", "race").taken(),
                () -> response.acknowledge(crisis.id(), "otto", "race").taken());
        Track.require(
                Invariant.AUDIT,
                track.entries(crisis.id(), "crisis.acknowledged") == 1,
                crisis.id() + " was acknowledged so often: " + track.entries(crisis.id(), "crisis.acknowledged"));
        String holder = crises.get(crisis.id()).holder();
        response.falseAlarm(crisis.id(), "The race is over.");
        Track.require(
                Invariant.NOBODY_SILENT,
                Boolean.TRUE.equals(ends[0]) ^ Boolean.TRUE.equals(ends[1]),
                "both were told " + ends[0] + " and " + ends[1]);
        return holder + " has it";
    }

    private String climbAndTimer() throws Exception {
        Crisis crisis = track.declared(Level.YELLOW);
        Job timer = track.timer(crisis, "TimerEvent_PrManagersDue");
        int seen = ladder.of(crisis.id()).step();
        Object[] ends = track.together(
                () -> cast.as("max", () -> ladder.climb(crisis.id(), seen, 2, "The race.")),
                () -> management.executeJob(timer.getId()));
        track.jobsOf(crisis);
        Job again = track.timerOrNull(crisis, "TimerEvent_PrManagersDue");
        if (again != null) {
            management.executeJob(again.getId());
            track.jobsOf(crisis);
        }
        long called = jdbc.sql("select count(*) from crisis_timeline where crisis_id = ? and kind ="
                        + " 'escalation.tierCalled' and text like 'Tier 2%'")
                .param(crisis.id())
                .query(Long.class)
                .single();
        response.falseAlarm(crisis.id(), "The race is over.");
        Track.require(Invariant.NOBODY_SILENT, called == 1, crisis.id() + " called tier 2 so often: " + called);
        return ends[0] instanceof Exception ? "the timer was first" : "the person was first";
    }

    private String twoClaim() throws Exception {
        Task task = track.task();
        Object[] ends = track.together(
                () -> cast.as("olga", () -> track.claims(task, "olga")),
                () -> cast.as("otto", () -> track.claims(task, "otto")));
        String assignee =
                tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
        Track.require(
                Invariant.AUDIT,
                ends[0] instanceof Exception ^ ends[1] instanceof Exception,
                "of two claims %s and %s succeeded".formatted(ends[0], ends[1]));
        Track.require(
                Invariant.AUDIT,
                assignee.equals(ends[0] instanceof Exception ? "otto" : "olga"),
                "the task is " + assignee + "'s, who was refused");
        track.end(task);
        return assignee + " has it";
    }

    private String doubleClick() throws Exception {
        Task task = track.task();
        cast.as("olga", () -> track.claims(task, "olga"));
        String crisis = (String) tasks.getVariable(task.getId(), "crisisId");
        Object[] ends = track.together(() -> track.completes(task), () -> track.completes(task));
        long times = track.entries(crisis, "crisis.acknowledged");
        response.falseAlarm(crisis, "The race is over.");
        Track.require(Invariant.AUDIT, times == 1, "the task of %s was completed %d times".formatted(crisis, times));
        return ends[0] instanceof Exception || ends[1] instanceof Exception ? "one was refused" : "both were content";
    }

    private String sameSignal() throws Exception {
        String event = "race " + number;
        Object[] ends = track.together(() -> track.receive(event), () -> track.receive(event));
        long rows = jdbc.sql("select count(*) from signal where event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
        long assessments = jdbc.sql(
                        "select count(*) from act_hi_procinst p join signal s on s.id = p.business_key_ where s.event_id = ?")
                .param(event)
                .query(Long.class)
                .single();
        Track.require(
                Invariant.INTAKE, rows == 1 && assessments == 1, rows + " signals, " + assessments + " assessments");
        Track.require(Invariant.INTAKE, ends[0].equals(ends[1]), "told " + ends[0] + " and " + ends[1]);
        return "one signal";
    }

    private String sameTimer() throws Exception {
        Crisis crisis = track.declared(Level.YELLOW);
        Job timer = track.timer(crisis, "TimerEvent_PrManagersDue");
        track.together(
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
        Track.require(Invariant.NOBODY_SILENT, called == 1, crisis.id() + " called tier 2 so often: " + called);
        return "one call";
    }

    private String twoDeclare() throws Exception {
        String topic = "declared " + number;
        Object[] ends = track.together(
                () -> track.declare(topic, Level.YELLOW).id(),
                () -> track.declare(topic, Level.YELLOW).id());
        List<String> open = jdbc.sql("select id from crisis where topic = ?")
                .param(topic)
                .query(String.class)
                .list();
        Track.require(
                Invariant.INTAKE, open.size() == 1, "declared as " + open + " and told " + ends[0] + ", " + ends[1]);
        response.falseAlarm(open.get(0), "The race is over.");
        return "one crisis";
    }

    private String endAndEscalate() throws Exception {
        Crisis crisis = track.declared(Level.YELLOW);
        Job timer = track.timer(crisis, "TimerEvent_PrManagersDue");
        Object[] ends = track.together(() -> track.ended(crisis), () -> management.executeJob(timer.getId()));
        if (ends[0] instanceof Exception) {
            response.falseAlarm(crisis.id(), "The race is over.");
        }
        List<String> kinds = jdbc.sql("select kind from crisis_timeline where crisis_id = ? and kind in"
                        + " ('crisis.falseAlarm', 'escalation.tierCalled') order by id")
                .param(crisis.id())
                .query(String.class)
                .list();
        long left = jdbc.sql("select count(*) from act_ru_execution where business_key_ = ?"
                        + " and proc_def_id_ like 'crisis-escalation:%'")
                .param(crisis.id())
                .query(Long.class)
                .single();
        Track.require(
                Invariant.NOBODY_SILENT,
                !kinds.get(kinds.size() - 1).equals("escalation.tierCalled"),
                crisis.id() + " was called on although it was over: " + kinds);
        Track.require(Invariant.NO_DEAD_JOB, left == 0, crisis.id() + " is over and is climbed on in steps: " + left);
        return kinds.stream().filter("escalation.tierCalled"::equals).count() == 1
                ? "ended before the next tier"
                : "the next tier was called first";
    }

    private String twoEnd() throws Exception {
        Crisis crisis = track.declared(Level.YELLOW);
        Object[] ends = track.together(() -> track.ended(crisis), () -> track.ended(crisis));
        Track.require(
                Invariant.AUDIT,
                track.entries(crisis.id(), "crisis.falseAlarm") == 1,
                crisis.id() + " was ended so often: " + track.entries(crisis.id(), "crisis.falseAlarm"));
        return ends[0] instanceof Exception || ends[1] instanceof Exception ? "one was refused" : "both were content";
    }

    @Override
    public void close() {
        track.close();
    }

    /** One race; answers how it ended. */
    private interface Race {
        String run(Races races) throws Exception;
    }
}
