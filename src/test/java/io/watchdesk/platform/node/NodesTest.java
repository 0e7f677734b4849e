package io.watchdesk.platform.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two JVMs with the whole application on one PostgreSQL, as in an installation that must not stand still. */
class NodesTest extends ClusterSpecification {

    private static final Duration LOCK = Duration.ofSeconds(5);

    @Override
    Duration lock() {
        return LOCK;
    }

    @Test
    void two_nodes_that_begin_at_once_share_the_work_and_one_takes_over_when_the_other_dies() {
        Pair nodes = twoNodesInTheMiddleOfACall(6);
        everythingIsThereOnce();
        nodes.busy().kill();
        await().atMost(LOCK.plusSeconds(35)).until(() -> cluster.withPeople(nodes.begun()));

        platform.answer();
        await().atMost(WORKS).until(() -> cluster.inFlight(nodes.other().name).isEmpty());
        theRestGoesOn();
        assertThat(cluster.texts("select job_id_ from act_hi_job_log where job_state_ = 2"
                        + " and process_def_key_ <> 'oncall-coverage' group by job_id_ having count(*) > 1"))
                .as("jobs that were done twice")
                .isEmpty();

        nodes.other().terminate();
        assertThat(nodes.other().exitCode(Duration.ofSeconds(30))).isEqualTo(143);
    }
}
