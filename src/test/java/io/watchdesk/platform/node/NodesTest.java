package io.watchdesk.platform.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two JVMs with the whole application on one PostgreSQL, as in an installation that must not stand still. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NodesTest {

    private static final Duration STARTS = Duration.ofMinutes(4);
    private static final Duration WORKS = Duration.ofMinutes(2);
    private static final Duration LOCK = Duration.ofSeconds(5);

    private static EmbeddedPostgres server;

    @TempDir
    private Path home;

    private PlayedPlatform platform;
    private Cluster cluster;

    @BeforeAll
    static void a_database_server() throws Exception {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void no_database_server() throws Exception {
        server.close();
    }

    @BeforeEach
    void an_empty_database() {
        platform = new PlayedPlatform();
        cluster = new Cluster(server, home, platform, LOCK);
    }

    @AfterEach
    void nobody() {
        cluster.close();
        platform.close();
    }

    @Test
    void two_nodes_that_begin_at_once_share_the_work_and_one_takes_over_when_the_other_dies() {
        RunningNode east = cluster.begin("east", "--watchdesk.test.pieces=6");
        RunningNode west = cluster.begin("west");
        await().atMost(STARTS).until(() -> east.ready() && west.ready());
        everything_is_there_once();

        platform.hold();
        cluster.go();
        await().atMost(WORKS)
                .until(() -> !cluster.inFlight("west").isEmpty()
                        || !cluster.inFlight("east").isEmpty());
        RunningNode dying = cluster.inFlight("east").isEmpty() ? west : east;
        RunningNode other = dying == east ? west : east;
        List<String> begun = cluster.inFlight(dying.name);
        dying.kill();
        await().atMost(LOCK.plusSeconds(35)).until(() -> cluster.withPeople(begun));

        platform.answer();
        await().atMost(WORKS).until(() -> cluster.inFlight(other.name).isEmpty());
        nothing_went_out_twice_and_nothing_stands_still();

        other.terminate();
        assertThat(other.exitCode(Duration.ofSeconds(30))).isEqualTo(143);
    }

    private void everything_is_there_once() {
        JdbcClient jdbc = cluster.jdbc();
        assertThat(jdbc.sql("select count(*) from act_re_deployment")
                        .query(Integer.class)
                        .single())
                .as("deployments")
                .isOne();
        assertThat(jdbc.sql("select key_ from act_re_procdef group by key_ having count(*) > 1")
                        .query(String.class)
                        .list())
                .as("processes with a second version")
                .isEmpty();
        assertThat(jdbc.sql(
                                "select process_def_key_ from act_ru_job where handler_type_ = 'timer-start-event' order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("drill-schedule", "oncall-coverage", "privacy-audit");
        assertThat(jdbc.sql("select group_id_ || ' ' || resource_type_ || ' ' || resource_id_ from act_ru_authorization"
                                + " where group_id_ is not null group by group_id_, resource_type_, resource_id_"
                                + " having count(*) > 1")
                        .query(String.class)
                        .list())
                .as("rights that were granted twice")
                .isEmpty();
    }

    private void nothing_went_out_twice_and_nothing_stands_still() {
        assertThat(platform.posts()).doesNotHaveDuplicates();
        assertThat(cluster.jdbc()
                        .sql(
                                "select job_id_ from act_hi_job_log where job_state_ = 2 and process_def_key_ <> 'oncall-coverage'"
                                        + " group by job_id_ having count(*) > 1")
                        .query(String.class)
                        .list())
                .as("jobs that were done twice")
                .isEmpty();
        assertThat(cluster.jdbc()
                        .sql("select process_def_key_ || ' ' || coalesce(exception_msg_, '') from act_ru_job"
                                + " where retries_ = 0")
                        .query(String.class)
                        .list())
                .as("jobs that were given up")
                .isEmpty();
    }
}
