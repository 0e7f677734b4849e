package io.watchdesk.platform.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What takes minutes because it happens in real time, with the lock time as it is shipped:
 * {@code mvn test -Dtest=NodesLongTest -Dwatchdesk.test.nodes=long}. Each story prints its figures.
 */
@EnabledIfSystemProperty(
        named = "watchdesk.test.nodes",
        matches = "long",
        disabledReason = "some ten minutes of real time; -Dwatchdesk.test.nodes=long runs it")
class NodesLongTest extends ClusterSpecification {

    private static final Duration LOCK = Duration.ofSeconds(30);
    private static final int BOOTS = 10;
    private static final String TO_COME = "select id from publication where state in ('PLANNED', 'READY')"
            + " or state = 'IN_FLIGHT' and call_started_at is null";

    @Override
    Duration lock() {
        return LOCK;
    }

    @Test
    void the_work_of_a_node_that_dies_goes_on_within_forty_seconds() {
        Pair nodes = twoNodesInTheMiddleOfACall(8);
        long died = System.nanoTime();
        nodes.busy().kill();

        await().atMost(Duration.ofMinutes(2)).until(() -> cluster.withPeople(nodes.begun()));

        figure("taken over after the death of a node", died);
        assertThat(since(died)).isLessThan(Duration.ofSeconds(40));
        theRestGoesOn();
    }

    @Test
    void a_node_that_stands_still_for_a_minute_in_the_middle_of_a_call_does_nothing_twice() {
        Pair nodes = twoNodesInTheMiddleOfACall(8);
        long froze = System.nanoTime();
        nodes.busy().freeze();
        await().atMost(Duration.ofMinutes(2)).until(() -> cluster.withPeople(nodes.begun()));
        figure("taken over while a node stands still", froze);
        platform.answer();
        await().atMost(Duration.ofMinutes(2)).until(() -> since(froze).compareTo(Duration.ofSeconds(60)) > 0);

        nodes.busy().thaw();

        await().atMost(WORKS).until(nodes.busy()::ready);
        // The late answer is the truth about the post, whoever asks.
        await().atMost(WORKS).until(() -> cluster.published(nodes.begun()));
        theRestGoesOn();
    }

    @Test
    void a_call_that_takes_twice_as_long_as_the_lock_is_made_once() {
        Pair nodes = twoNodesInTheMiddleOfACall(8);
        long began = System.nanoTime();
        await().atMost(Duration.ofMinutes(3)).until(() -> since(began).compareTo(LOCK.multipliedBy(2)) > 0);

        platform.answer();

        await().atMost(WORKS).until(() -> cluster.published(nodes.begun()));
        theRestGoesOn();
    }

    @Test
    void a_node_that_is_asked_to_stop_ends_the_calls_that_it_has_begun() {
        Pair nodes = twoNodesInTheMiddleOfACall(8);
        long asked = System.nanoTime();
        nodes.busy().terminate();
        await().atMost(STARTS).until(() -> nodes.busy().stopsTakingRequests());
        platform.answer();

        assertThat(nodes.busy().exitCode(Duration.ofSeconds(45))).isEqualTo(143);

        figure("stopped in the middle of calls", asked);
        assertThat(cluster.published(nodes.begun())).isTrue();
        theRestGoesOn();
    }

    @Test
    void ten_starts_of_two_nodes_at_once_leave_one_of_everything() {
        for (int boot = 1; boot <= BOOTS; boot++) {
            RunningNode east = cluster.begin("east");
            RunningNode west = cluster.begin("west");
            await().atMost(STARTS).until(() -> east.ready() && west.ready());
            if (boot % 2 == 0) {
                east.kill();
                west.kill();
            } else {
                east.terminate();
                west.terminate();
                assertThat(east.exitCode(Duration.ofMinutes(1))).isEqualTo(143);
                assertThat(west.exitCode(Duration.ofMinutes(1))).isEqualTo(143);
            }
            everythingIsThereOnce();
        }
        System.out.printf("%d starts of two nodes at once: one of everything%n", BOOTS);
    }

    @Test
    void a_step_that_is_given_up_is_an_alarm_within_a_minute() {
        // As it is shipped; the settings of the tests let it look once a day.
        RunningNode node = cluster.begin("alone", "--watchdesk.self-watch.every=30s");
        await().atMost(STARTS).until(node::ready);
        // One that nobody's work takes away meanwhile.
        assertThat(cluster.jdbc()
                        .sql("update act_ru_job set retries_ = 0 where process_def_key_ = 'drill-schedule'")
                        .update())
                .isOne();
        long given = System.nanoTime();

        await().atMost(Duration.ofMinutes(2)).until(() -> node.said().contains("given up after the last repeat"));

        figure("alarm of a step that was given up", given);
        assertThat(since(given)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void a_dump_that_was_put_back_is_reconciled_before_anything_goes_out() {
        platform.hold();
        cluster.go();
        RunningNode node = cluster.begin("alone", "--watchdesk.test.pieces=30");
        await().atMost(STARTS).until(node::ready);
        await().atMost(WORKS).until(() -> cluster.inFlight("alone").size() >= 4);
        await().atMost(WORKS).until(() -> !cluster.texts(TO_COME).isEmpty());
        node.kill();
        List<String> toCome = cluster.texts(TO_COME);
        Instant taken = cluster.databaseTime();
        String dump = cluster.copy();
        platform.answer();
        RunningNode goesOn = cluster.begin("goes-on");
        await().atMost(STARTS).until(goesOn::ready);
        await().atMost(WORKS).until(() -> platform.posts().containsAll(toCome));
        goesOn.kill();
        int posts = platform.posts().size();

        cluster.uses(dump);
        RunningNode restored = cluster.begin("restored", "--watchdesk.node.restored-from=" + taken);
        await().atMost(STARTS).until(restored::ready);

        assertThat(restored.said()).contains("This database was restored from a backup of");
        await().atMost(WORKS).until(() -> cluster.withPeople(toCome));
        assertThat(platform.posts()).hasSizeGreaterThanOrEqualTo(posts).doesNotHaveDuplicates();
        System.out.printf(
                "dump put back: %d posts, each once; with people: %s%n",
                platform.posts().size(), toCome);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void figure(String what, long start) {
        System.out.printf("%s: %.1f s%n", what, since(start).toMillis() / 1000.0);
    }
}
