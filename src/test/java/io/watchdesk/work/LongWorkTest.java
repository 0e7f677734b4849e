package io.watchdesk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Refused;
import io.watchdesk.testing.ApplicationSpecification;
import io.watchdesk.work.WorkKind.Done;
import io.watchdesk.work.WorkKind.Step;
import io.watchdesk.work.WorkTable.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Long work as people start, see and end it, and as nodes carry it out and die over it. */
class LongWorkTest extends ApplicationSpecification {

    private static final WorkSettings SETTINGS =
            new WorkSettings(Duration.ofMillis(100), Duration.ofSeconds(30), 2, 20_000);

    /** A kind of its own for each test, so that the nodes of this application leave it alone. */
    private final String kind = "test-" + UUID.randomUUID();

    @Autowired
    private LongWork work;

    @Autowired
    private WorkTable table;

    @Autowired
    private AuditLog audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private WorkSteps steps;
    private Runnable meanwhile = () -> {};

    @BeforeEach
    void aKindWhoseStepsLeaveATrace() {
        steps = new WorkSteps(
                List.of(new WorkKind() {
                    @Override
                    public String id() {
                        return kind;
                    }

                    @Override
                    public Done carryOut(Step step, Progress progress) {
                        audit.record("test.stepped", kind, null, step.subject() + " by " + people.actor());
                        meanwhile.run();
                        if (step.detail().equals("refuse")) {
                            throw new Refused("%s cannot be moved: 时间已过 <b>.".formatted(step.subject()));
                        }
                        return new Done(null, step.detail() + "\r\n");
                    }
                }),
                table,
                people,
                audit,
                transaction,
                clock);
    }

    @Test
    void steps_are_carried_out_in_order_and_what_is_refused_is_told_and_leaves_nothing() {
        String id = as("paul", () -> work.begin(kind, "三篇 <i>", steps("a", "refuse", "c")));
        WorkRunner node = new WorkRunner(table, steps, SETTINGS, () -> "one", clock);
        node.start();
        try {
            await().pollInSameThread().until(() -> as("paul", () -> found(id)).over());
        } finally {
            node.stop();
        }
        Work ended = as("paul", () -> found(id));
        assertThat(ended.state()).isEqualTo(Work.State.DONE);
        assertThat(List.of(ended.total(), ended.done(), ended.refused())).containsExactly(3, 2, 1);
        assertThat(as("paul", () -> work.lines(id, List.of(Line.State.REFUSED), 0, 10)))
                .extracting(Line::number, Line::sentence)
                .containsExactly(tuple(2, "S-2 cannot be moved: 时间已过 <b>."));
        assertThat(as("paul", () -> work.file(id))).contains("a\r\nc\r\n");
        assertThat(traces()).containsExactly("\"S-1 by paul\"", "\"S-3 by paul\"");
    }

    @Test
    void what_a_dead_node_left_is_shown_as_interrupted_and_goes_on_without_repeating_a_step() {
        String id = as("paul", () -> work.begin(kind, "half", steps("a", "b", "c")));
        Held dead = take("dead");
        assertThat(steps.next(dead)).isTrue();
        assertThat(as("paul", () -> found(id)).state()).isEqualTo(Work.State.RUNNING);
        assertThat(table.take("other", steps.known(), clock.instant(), unheardSince()))
                .isEmpty();
        String before = work.fingerprint();
        timePasses(Duration.ofSeconds(31));
        assertThat(as("paul", () -> found(id)).state()).isEqualTo(Work.State.INTERRUPTED);
        assertThat(work.fingerprint()).isNotEqualTo(before);
        Held heir = take("heir");
        assertThat(steps.next(dead)).as("a node that only slept").isFalse();
        assertThat(as("paul", () -> found(id)).done()).isEqualTo(1);
        while (steps.next(heir)) {}
        assertThat(as("paul", () -> found(id)).state()).isEqualTo(Work.State.DONE);
        assertThat(traces()).containsExactly("\"S-1 by paul\"", "\"S-2 by paul\"", "\"S-3 by paul\"");
    }

    @Test
    void a_node_that_ends_in_good_order_gives_its_work_back() {
        String id = as("paul", () -> work.begin(kind, "two", steps("a", "b")));
        Held held = take("ending");
        table.giveBack(held);
        assertThat(as("paul", () -> found(id)).state()).isEqualTo(Work.State.WAITING);
        assertThat(take("next").id()).isEqualTo(id);
    }

    @Test
    void who_cancels_keeps_what_is_done_and_the_running_step_is_undone() {
        String id = as("paul", () -> work.begin(kind, "many", steps("a", "b", "c")));
        Held held = take("one");
        steps.next(held);
        as("rita", () -> assertThatThrownBy(() -> work.cancel(id)).isInstanceOf(Refused.class));
        meanwhile = () -> {
            // Past the desk, which would wait for the audit log that the step writes to.
            Thread other = new Thread(() -> table.cancel(id, "max", clock.instant()));
            other.start();
            await().until(() -> !other.isAlive());
        };
        assertThat(steps.next(held)).isFalse();
        Work ended = as("max", () -> found(id));
        assertThat(ended.state()).isEqualTo(Work.State.CANCELLED);
        assertThat(ended.endedBy()).isEqualTo("max");
        assertThat(traces()).containsExactly("\"S-1 by paul\"");
        as("max", () -> assertThatThrownBy(() -> work.cancel(id)).hasMessageContaining("ended already"));
    }

    @Test
    void only_the_person_and_managers_see_it() {
        String id = as("paul", () -> work.begin(kind, "mine", steps("a")));
        assertThat(as("paul", () -> work.find(id))).isPresent();
        assertThat(as("max", () -> work.find(id))).isPresent();
        assertThat(as("admin", () -> work.find(id))).isPresent();
        assertThat(as("pia", () -> work.find(id))).isEmpty();
        assertThat(as("pia", () -> work.list(0, 50))).extracting(Work::id).doesNotContain(id);
        assertThat(as("pia", () -> work.lines(id, List.of(Line.State.values()), 0, 10)))
                .isEmpty();
        as(
                "paul",
                () -> assertThatThrownBy(() -> work.begin(kind, "nothing", List.of()))
                        .isInstanceOf(Refused.class));
    }

    private Work found(String id) {
        return work.find(id).orElseThrow();
    }

    private Held take(String holder) {
        return table.take(holder, steps.known(), clock.instant(), unheardSince())
                .orElseThrow();
    }

    private Instant unheardSince() {
        return clock.instant().minus(SETTINGS.silence());
    }

    private List<String> traces() {
        return jdbc.sql("select after_json from audit_entry where action = 'test.stepped' and subject = ?"
                        + " order by sequence")
                .param(kind)
                .query(String.class)
                .list();
    }

    private static List<Step> steps(String... details) {
        return IntStream.range(0, details.length)
                .mapToObj(place -> new Step("S-" + (place + 1), details[place]))
                .toList();
    }
}
