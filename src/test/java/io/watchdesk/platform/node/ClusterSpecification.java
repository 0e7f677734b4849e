package io.watchdesk.platform.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;

/** Nodes as JVMs of their own on one PostgreSQL, and a platform that they publish to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ClusterSpecification {

    static final Duration STARTS = Duration.ofMinutes(4);
    static final Duration WORKS = Duration.ofMinutes(3);

    @TempDir
    private static Path serverHome;

    private static DatabaseServer server;

    @TempDir
    Path home;

    PlayedPlatform platform;
    Cluster cluster;

    @BeforeAll
    static void a_database_server() {
        server = DatabaseServer.start(serverHome);
    }

    @AfterAll
    static void no_database_server() {
        server.close();
    }

    @BeforeEach
    void an_empty_database() {
        platform = new PlayedPlatform();
        cluster = new Cluster(server, home, platform, lock());
    }

    @AfterEach
    void nobody() {
        cluster.close();
        platform.close();
    }

    /** For how long a node may keep a job to itself. */
    abstract Duration lock();

    /** Two nodes of which one has begun calls that nobody answers. */
    final Pair twoNodesInTheMiddleOfACall(int pieces) {
        RunningNode east = cluster.begin("east", "--watchdesk.test.pieces=" + pieces);
        RunningNode west = cluster.begin("west");
        await().atMost(STARTS).until(() -> east.ready() && west.ready());
        platform.hold();
        cluster.go();
        List<String> begun = new ArrayList<>();
        await().atMost(WORKS)
                .until(() -> begun.addAll(cluster.inFlight("west")) || begun.addAll(cluster.inFlight("east")));
        return cluster.inFlight("west").isEmpty() ? new Pair(east, west, begun) : new Pair(west, east, begun);
    }

    final void everythingIsThereOnce() {
        assertThat(cluster.numbers("select count(*) from act_re_deployment"))
                .as("deployments")
                .containsExactly(1);
        assertThat(cluster.texts("select key_ from act_re_procdef group by key_ having count(*) > 1"))
                .as("processes with a second version")
                .isEmpty();
        assertThat(cluster.texts(
                        "select process_def_key_ from act_ru_job where handler_type_ = 'timer-start-event' order by 1"))
                .containsExactly("drill-schedule", "oncall-coverage", "privacy-audit");
        assertThat(cluster.texts("select group_id_ || ' ' || resource_type_ || ' ' || resource_id_"
                        + " from act_ru_authorization where group_id_ is not null"
                        + " group by group_id_, resource_type_, resource_id_ having count(*) > 1"))
                .as("rights that were granted twice")
                .isEmpty();
    }

    /** Everything that was begun comes to its end, and no post went out twice. */
    final void theRestGoesOn() {
        platform.answer();
        await().atMost(WORKS)
                .until(() -> cluster.numbers("select count(*) from publication where state = 'IN_FLIGHT'")
                        .equals(List.of(0)));
        assertThat(platform.posts()).doesNotHaveDuplicates();
        assertThat(cluster.texts("select process_def_key_ || ' ' || coalesce(exception_msg_, '') from act_ru_job"
                        + " where retries_ = 0"))
                .as("jobs that were given up")
                .isEmpty();
    }

    /**
     * @param busy the node that makes the calls
     * @param other the one that does not
     * @param begun the publications that the busy one has begun to send
     */
    record Pair(RunningNode busy, RunningNode other, List<String> begun) {}
}
