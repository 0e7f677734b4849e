package io.watchdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Level;
import io.watchdesk.testing.Cast;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;

/**
 * Faults that people, tables and the clock of the house make, caused inside a life through the services that everybody uses.
 * Each is over, and its crisis ended, when it returns.
 */
final class HouseFaults {

    private static final String LADDER = "crisis-escalation";
    private static final int CLICKS = 8;

    private final Map<String, Runnable> kinds = new LinkedHashMap<>();
    private final CrisisResponse response;
    private final Crises crises;
    private final TaskService tasks;
    private final ManagementService management;
    private final IdentityService identities;
    private final Cast cast;
    private final House house;
    private final Staff staff;
    private final Random chance = new Random(1);

    HouseFaults(ApplicationContext application, Cast cast, Staff staff) {
        this.cast = cast;
        this.staff = staff;
        this.house = new House(application, cast);
        response = application.getBean(CrisisResponse.class);
        crises = application.getBean(Crises.class);
        tasks = application.getBean(TaskService.class);
        management = application.getBean(ManagementService.class);
        identities = application.getBean(IdentityService.class);
        kinds.put("the clock is set", this::clockIsSet);
        kinds.put("a step that always fails", this::aStepAlwaysFails);
        kinds.put("a double click", this::doubleClick);
        kinds.put("a decision table without a row", this::tableWithoutARow);
        kinds.put("a decision table with a wrong type", this::tableWithAWrongType);
        kinds.put("the account of a holder is gone", this::holderIsGone);
        kinds.put("the account behind a claimed task is gone", this::assigneeIsGone);
        kinds.put("a reviewer does not come", this::reviewerDoesNotCome);
        kinds.put("nobody is on call on a tier", this::nobodyOnCallOnATier);
        kinds.put("nobody is on call at all", this::nobodyOnCallAtAll);
        kinds.put("everybody ignores a crisis", this::everybodyIgnores);
        kinds.put("taken while the next tier is called", this::takenWhileCalled);
    }

    /** What can be caused. */
    List<String> names() {
        return List.copyOf(kinds.keySet());
    }

    /** Causes one; answers what was not as it has to be, or nothing. */
    String cause(String kind) {
        try {
            kinds.get(kind).run();
            return "";
        } catch (RuntimeException | AssertionError e) {
            return e.toString().replaceAll("\\s+", " ");
        } finally {
            ClockUtil.reset();
            PoisonPoint.heal();
            staff.leaves(List.of());
        }
    }

    /** F40: an hour ahead, an hour back, a day ahead: each tier is called once, and new crises are called at once. */
    private void clockIsSet() {
        staff.leaves(Staff.TAKING);
        Crisis old = house.declared(Level.YELLOW);
        House.until(() -> house.tiers(old).contains("Tier 1"));
        for (int hours : List.of(1, -1, 24)) {
            ClockUtil.offset(Duration.ofHours(hours).toMillis());
            Crisis meanwhile = house.declared(Level.YELLOW);
            House.until(() -> house.tiers(meanwhile).contains("Tier 1"));
            house.ends(meanwhile, "The clock was set.");
        }
        House.until(() -> house.tiers(old).contains("Tier 2"));
        ClockUtil.reset();
        assertThat(house.tiers(old)).doesNotHaveDuplicates();
        house.ends(old, "The clock was set.");
    }

    /** F43: told within a minute after it was given up; other cases go on meanwhile, and this one when it is mended. */
    private void aStepAlwaysFails() {
        PoisonPoint.at("start:ServiceTask_RateSignal");
        List<String> all = IntStream.range(0, 5)
                .mapToObj(i -> house.received("poison-" + i))
                .toList();
        House.until(() -> PoisonPoint.victim() != null);
        String victim = PoisonPoint.victim();
        House.until(() ->
                all.stream().filter(signal -> !signal.equals(victim)).allMatch(signal -> house.jobs(signal) == 0));
        house.isGivenUpAndTold(victim);
        PoisonPoint.heal();
        house.goesOn(victim);
    }

    /** F44. */
    private void doubleClick() {
        staff.leaves(Staff.TAKING);
        Crisis crisis = house.declared(Level.YELLOW);
        Task task = house.operatorTask(crisis);
        cast.as("olga", () -> {
            tasks.claim(task.getId(), "olga");
            return null;
        });
        ExecutorService hands = Executors.newFixedThreadPool(CLICKS);
        IntStream.range(0, CLICKS)
                .mapToObj(i -> CompletableFuture.runAsync(() -> clicks(task.getId()), hands))
                .toList()
                .forEach(CompletableFuture::join);
        hands.shutdown();
        assertThat(house.told(crisis, "crisis.acknowledged")).hasSize(1);
        assertThat(crises.get(crisis.id()).holder()).isEqualTo("olga");
        house.ends(crisis, "It was clicked enough.");
    }

    /** A click that comes when it is done may be told so, as somebody who may not see it any more. */
    private void clicks(String taskId) {
        try {
            House.ignoringRefusal(() -> cast.as("olga", () -> {
                tasks.complete(taskId);
                return null;
            }));
        } catch (AuthorizationException done) {
            assertThat(done).hasMessageContaining("is done");
        }
    }

    /** F52: what cannot be rated is red, and somebody is called. */
    private void tableWithoutARow() {
        house.deploy(House.table().replaceAll("(?s)<rule .*</rule>", ""));
        try {
            String signal = house.received("no-row");
            House.until(() -> !house.crisesOf(signal).isEmpty());
            Crisis crisis = crises.get(house.crisesOf(signal).get(0));
            assertThat(crisis.level()).isEqualTo(Level.RED);
            House.until(() -> house.tiers(crisis).contains("Tier 1"));
            house.ends(crisis, "The table is mended.");
        } finally {
            house.deploy(House.table());
        }
    }

    /** F53: the engine itself refuses such a table; that is told, and rated when it is mended. */
    private void tableWithAWrongType() {
        house.deploy(
                House.table().replaceAll("(?s)(<outputEntry id=\"[^\"]*\">\\s*<text>)\\d(</text>)", "$1\"high \"$2"));
        String signal;
        try {
            signal = house.received("wrong-type");
            house.isGivenUpAndTold(signal);
        } finally {
            house.deploy(House.table());
        }
        house.goesOn(signal);
    }

    /** F54: the ladder is climbed again. */
    private void holderIsGone() {
        staff.leaves(Staff.TAKING);
        Crisis crisis = house.declared(Level.RED);
        House.until(() -> house.tiers(crisis).contains("Tier 1"));
        String ghost = house.ghost();
        cast.as(ghost, () -> response.acknowledge(crisis.id(), ghost, "fault"));
        identities.deleteUser(ghost);
        House.until(() -> house.comeForward(crisis, "crisis-watch") > 0
                || crises.get(crisis.id()).holder() == null);
        House.until(() -> crises.get(crisis.id()).holder() == null
                && house.timers(crisis, LADDER).size() > 0);
        house.ends(crisis, "The ghost is gone.");
    }

    private void assigneeIsGone() {
        staff.leaves(Staff.TAKING);
        Crisis crisis = house.declared(Level.YELLOW);
        Task task = house.operatorTask(crisis);
        String ghost = house.ghost();
        cast.as(ghost, () -> {
            tasks.claim(task.getId(), ghost);
            return null;
        });
        identities.deleteUser(ghost);
        House.until(() ->
                tasks.createTaskQuery().taskId(task.getId()).taskUnassigned().count() == 1);
        house.ends(crisis, "The ghost is gone.");
    }

    /** F55: managers are told. */
    private void reviewerDoesNotCome() {
        staff.leaves(List.of("UserTask_ReviewContent"));
        long before = house.entries("review.escalated");
        staff.obey("brief", "wire-1", "1");
        House.until(() -> {
            management
                    .createJobQuery()
                    .timers()
                    .activityId("TimerEvent_EscalationDue")
                    .list()
                    .forEach(
                            timer -> House.ignoringRefusal(() -> management.setJobDuedate(timer.getId(), House.now())));
            return house.entries("review.escalated") > before;
        });
    }

    /** F56: the next tier is called at once. */
    private void nobodyOnCallOnATier() {
        staff.leaves(Staff.TAKING);
        house.absent(List.of("olga", "otto"), () -> {
            Crisis crisis = house.declared(Level.YELLOW);
            House.until(() -> house.tiers(crisis).contains("Tier 2"));
            assertThat(house.told(crisis, "escalation.nobodyFound")).isNotEmpty();
            house.ends(crisis, "Somebody is back.");
        });
    }

    /** F56: then the fallback person and the managers hear of it, and it is climbed again when somebody is back. */
    private void nobodyOnCallAtAll() {
        staff.leaves(Staff.TAKING);
        house.absent(List.of("olga", "otto", "petra", "peng", "carla", "eva"), () -> {
            Crisis crisis = house.declared(Level.RED);
            House.until(() -> house.told(crisis, "escalation.nobodyFound").size() >= 3);
            assertThat(house.timers(crisis, LADDER)).isNotEmpty();
            house.ends(crisis, "Somebody is back.");
        });
    }

    /** F57: to the end of the ladder and on, until somebody takes it. */
    private void everybodyIgnores() {
        staff.leaves(Staff.TAKING);
        Crisis crisis = house.declared(Level.YELLOW);
        House.until(() -> house.comeForward(crisis, LADDER) >= 0
                && !house.told(crisis, "escalation.ladderExhausted").isEmpty());
        int repeated = house.told(crisis, "escalation.pagesRepeated").size();
        House.until(() -> house.comeForward(crisis, LADDER) >= 0
                && house.told(crisis, "escalation.pagesRepeated").size() >= repeated + 2);
        cast.as("carla", () -> response.acknowledge(crisis.id(), "carla", "fault"));
        assertThat(crises.get(crisis.id()).holder()).isEqualTo("carla");
        house.ends(crisis, "Somebody came at last.");
    }

    /** F58: whoever takes it in that moment has it, and nobody is called afterwards. */
    private void takenWhileCalled() {
        staff.leaves(Staff.TAKING);
        Crisis crisis = house.declared(Level.YELLOW);
        house.operatorTask(crisis);
        house.comeForward(crisis, LADDER);
        LockSupport.parkNanos(Duration.ofMillis(chance.nextInt(600)).toNanos());
        House.until(() -> {
            House.ignoringRefusal(() -> cast.as("olga", () -> response.acknowledge(crisis.id(), "olga", "fault")));
            return crises.get(crisis.id()).holder() != null;
        });
        assertThat(house.kinds(crisis, "crisis.acknowledged", "escalation.tierCalled"))
                .endsWith("crisis.acknowledged")
                .containsOnlyOnce("crisis.acknowledged");
        assertThat(house.tiers(crisis)).doesNotHaveDuplicates();
        house.ends(crisis, "It was taken.");
    }
}
