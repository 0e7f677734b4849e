package io.watchdesk.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.escalation.Ladder;
import io.watchdesk.oncall.Changes;
import io.watchdesk.oncall.OnCall;
import io.watchdesk.testing.ProcessSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Crises that are declared and climb; each story has a week of its own, so that absences never meet. */
abstract class EscalationWorld extends ProcessSpecification {

    private static final AtomicInteger STORY = new AtomicInteger();
    private static final Instant FIRST_WEEK = Instant.parse("2027-01-05T04:00:00Z");

    @Autowired
    protected CrisisResponse response;

    @Autowired
    protected Crises crises;

    @Autowired
    protected Timeline timeline;

    @Autowired
    protected Ladder ladder;

    @Autowired
    protected OnCall onCall;

    @Autowired
    protected Changes changes;

    @Autowired
    protected JdbcClient jdbc;

    protected Instant start;
    protected String crisisId;

    @BeforeEach
    final void aWeekOfItsOwn() {
        start = FIRST_WEEK.plus(Duration.ofDays(7L * STORY.incrementAndGet()));
        theTimeIs(start);
    }

    protected final void declared(Level level) {
        declaredWithoutLadder(level);
        jobRuns(CrisisEscalationModel.SERVICE_OPEN_LADDER);
    }

    protected final void declaredWithoutLadder(Level level) {
        crisisId = response.declare(new CrisisResponse.Declaration(
                        "The account was banned",
                        List.of("weibo"),
                        "story " + STORY.get() + " at " + start,
                        "accountBanned",
                        level,
                        List.of("A platform banned an account."),
                        Facts.UNKNOWN,
                        null,
                        Crisis.Mode.REAL,
                        start))
                .id();
    }

    /** Everything of the ladder that is due at this moment happens. */
    protected final void whatIsDueHappens() {
        List<Job> due;
        do {
            due = managementService
                    .createJobQuery()
                    .processDefinitionKey(CrisisEscalationModel.PROCESS)
                    .executable()
                    .list();
            due.forEach(job -> managementService.executeJob(job.getId()));
        } while (!due.isEmpty());
    }

    /** Time passes in steps in which everything that is due happens to the second. */
    protected final void minutesPass(int minutes) {
        Instant until = clock.instant().plus(Duration.ofMinutes(minutes));
        whatIsDueHappens();
        for (Instant next = nextTimer(); next != null && !next.isAfter(until); next = nextTimer()) {
            theTimeIs(next);
            whatIsDueHappens();
        }
        theTimeIs(until);
    }

    protected final Instant nextTimer() {
        return managementService
                .createJobQuery()
                .processDefinitionKey(CrisisEscalationModel.PROCESS)
                .timers()
                .list()
                .stream()
                .map(job -> job.getDuedate().toInstant())
                .min(Instant::compareTo)
                .orElse(null);
    }

    protected final String onCallAt(String rota) {
        return onCall.at(rota, clock.instant()).get(0).person();
    }

    /** Nobody is on call there for the whole story. */
    protected final void nobodyIsOnCall(String... people) {
        for (String person : people) {
            changes.absence(person, start.minus(Duration.ofHours(1)), start.plus(Duration.ofDays(3)), "On leave.");
        }
    }

    protected final void open(String... elements) {
        assertThat(taskService
                        .createTaskQuery()
                        .processDefinitionKey(CrisisEscalationModel.PROCESS)
                        .list())
                .extracting(Task::getTaskDefinitionKey)
                .containsExactlyInAnyOrder(elements);
    }

    /** Who was called at this step or later, in the order of the calls. */
    protected final List<String> calledSince(int step) {
        return jdbc.sql("select person from crisis_page where crisis_id = ? and step >= ? order by step, tier, id")
                .params(crisisId, step)
                .query(String.class)
                .list();
    }

    protected final void takes(String person, String element) {
        completes(person, element, Map.of());
    }

    protected final Crisis crisis() {
        return crises.get(crisisId);
    }

    protected final List<String> toldOf(String kind) {
        return timeline.of(crisisId).stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(Timeline.Entry::text)
                .toList();
    }
}
