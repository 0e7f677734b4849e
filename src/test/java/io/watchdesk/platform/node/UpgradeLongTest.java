package io.watchdesk.platform.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * An upgrade without a pause: two builds of the application on one database, the newer one with a migration more and with a
 * model whose new step calls code that the older one does not have. Run like {@link NodesLongTest}.
 */
@EnabledIfSystemProperty(
        named = "watchdesk.test.nodes",
        matches = "long",
        disabledReason = "minutes of real time; -Dwatchdesk.test.nodes=long runs it")
@DisplayNameGeneration(ReplaceUnderscores.class)
class UpgradeLongTest {

    private static final Duration STARTS = Duration.ofMinutes(4);
    private static final Duration WORKS = Duration.ofMinutes(3);
    private static final String MODEL = "processes/notification-delivery/notification-delivery.bpmn";

    @TempDir
    private Path home;

    @Test
    void an_older_node_leaves_the_new_models_alone_and_does_not_come_back() throws Exception {
        List<String> newer = List.of("-cp", newerBuild(), NodeChild.class.getName());
        try (DatabaseServer server = DatabaseServer.start(home);
                PlayedPlatform platform = new PlayedPlatform();
                Cluster cluster = new Cluster(server, home, platform, Duration.ofSeconds(30))) {
            RunningNode old = cluster.begin("old", "--watchdesk.test.pieces=40");
            await().atMost(STARTS).until(old::ready);
            RunningNode first = cluster.beginBuild("new", newer);
            await().atMost(STARTS).until(first::ready);
            cluster.go();
            await().atMost(WORKS).until(() -> first.said().contains("The new step of"));
            await().atMost(WORKS).until(() -> platform.posts().size() >= 10);

            assertThat(cluster.numbers("select count(*) from act_hi_job_log where job_state_ = 1"
                            + " and (job_exception_msg_ like '%newStep%' or act_id_ = 'ServiceTask_NewStep')"))
                    .as("tries of the new step without its code")
                    .containsExactly(0);
            assertThat(old.said()).doesNotContain("newStepDelegate");

            RunningNode again = cluster.begin("old-again");
            assertThat(again.exitCode(Duration.ofMinutes(2))).isEqualTo(2);
            assertThat(again.said()).contains("This version of Watchdesk is older than the one that was last started");

            old.terminate();
            assertThat(old.exitCode(Duration.ofMinutes(1))).isEqualTo(143);
            await().atMost(WORKS)
                    .until(() -> cluster.numbers("select count(*) from act_ru_job where retries_ > 0"
                                    + " and (duedate_ is null or duedate_ < now() at time zone 'UTC' - interval '40 seconds')"
                                    + " and create_time_ < now() at time zone 'UTC' - interval '40 seconds'")
                            .equals(List.of(0)));
            first.terminate();
            assertThat(first.exitCode(Duration.ofMinutes(1))).isEqualTo(143);

            RunningNode moving = cluster.beginBuild("moving", newer, "--watchdesk.node.migrate-instances=true");
            await().atMost(STARTS).until(moving::ready);
            assertThat(moving.said()).doesNotContain("Stays in its version");
            assertThat(
                            cluster.numbers(
                                    "select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                                            + " where d.version_ < (select max(n.version_) from act_re_procdef n where n.key_ = d.key_)"))
                    .as("executions in an older version of their model")
                    .containsExactly(0);
            assertThat(platform.posts()).doesNotHaveDuplicates();
            System.out.printf(
                    "upgrade without a pause: %d posts, each once; no try of the new step by the old node%n",
                    platform.posts().size());
        }
    }

    /**
     * The jars that people install, as {@code mvn package} makes them of two commits, with the demo's own people and site:
     * {@code -Dwatchdesk.test.older-jar=... -Dwatchdesk.test.newer-jar=...}, see operations.md.
     */
    @Test
    @EnabledIfSystemProperty(named = "watchdesk.test.older-jar", matches = ".+", disabledReason = "needs two jars")
    void two_jars_of_different_commits_take_turns_without_a_pause() throws Exception {
        List<String> older = List.of("-jar", jar("older"));
        List<String> newer = List.of("-jar", jar("newer"));
        try (DatabaseServer server = DatabaseServer.start(home);
                PlayedPlatform unused = new PlayedPlatform();
                Cluster cluster = new Cluster(server, home, unused, Duration.ofSeconds(30))) {
            RunningNode east = cluster.beginBuild("east", older);
            RunningNode west = cluster.beginBuild("west", older);
            await().atMost(STARTS).until(() -> east.ready() && west.ready());
            int models = cluster.numbers("select count(*) from act_re_procdef").get(0);

            east.terminate();
            assertThat(east.exitCode(Duration.ofMinutes(1))).isEqualTo(143);
            assertThat(west.ready()).as("one node is always there").isTrue();
            RunningNode newEast = cluster.beginBuild("new-east", newer);
            await().atMost(STARTS).until(() -> {
                assertThat(west.ready()).as("one node is always there").isTrue();
                return newEast.ready();
            });
            int newModels =
                    cluster.numbers("select count(*) from act_re_procdef").get(0);
            assertThat(newModels)
                    .as("the newer jar brings models that the older one does not have")
                    .isGreaterThan(models);
            RunningNode again = cluster.beginBuild("again", older);
            assertThat(again.exitCode(Duration.ofMinutes(2))).isEqualTo(2);
            assertThat(again.said()).contains("This version of Watchdesk is older than the one that was last started");

            west.terminate();
            assertThat(west.exitCode(Duration.ofMinutes(1))).isEqualTo(143);
            assertThat(newEast.ready()).as("one node is always there").isTrue();
            RunningNode newWest = cluster.beginBuild("new-west", newer, "--watchdesk.node.migrate-instances=true");
            await().atMost(STARTS).until(newWest::ready);

            await().atMost(WORKS)
                    .until(() -> cluster.numbers("select count(*) from publication where state = 'PUBLISHED'")
                                    .get(0)
                            >= 1);
            assertThat(cluster.texts("select exception_msg_ from act_ru_job where retries_ = 0"))
                    .as("jobs that were given up")
                    .isEmpty();
            assertThat(cluster.texts("select ledger_key from site_revision group by ledger_key having count(*) > 1"))
                    .as("posts that went out twice")
                    .isEmpty();
            for (RunningNode node : List.of(west, newEast, newWest)) {
                assertThat(node.said().lines().filter(line -> line.contains(" ERROR ")))
                        .as(node.name)
                        .isEmpty();
            }
            System.out.printf(
                    "two jars: %d models of the older one, %d with the newer one's; published %s, open instances %s, in an older version %s%n",
                    models,
                    newModels,
                    cluster.numbers("select count(*) from publication where state = 'PUBLISHED'"),
                    cluster.numbers("select count(*) from act_ru_execution where parent_id_ is null"),
                    cluster.numbers(
                            "select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                                    + " where e.parent_id_ is null and d.version_ < (select max(n.version_) from act_re_procdef n where n.key_ = d.key_)"));
        }
    }

    private static String jar(String which) {
        return Path.of(System.getProperty("watchdesk.test." + which + "-jar"))
                .toAbsolutePath()
                .toString();
    }

    /** A copy of this build with a new step in a model and a migration more; the answer is a class path. */
    private String newerBuild() throws IOException {
        Path build = home.resolve("newer");
        Path classes = Path.of("target/classes").toAbsolutePath();
        try (Stream<Path> files = Files.walk(classes)) {
            files.forEach(
                    file -> copy(file, build.resolve(classes.relativize(file).toString())));
        }
        Files.createFile(build.resolve("new-version"));
        Files.writeString(
                build.resolve("db/migration/V999__newer.sql"), "create table of_the_newer_version (id integer);\n");
        Path model = build.resolve(MODEL);
        String changed = Files.readString(model)
                .replace(
                        "sourceRef=\"StartEvent_MailWritten\" targetRef=\"ServiceTask_SendMail\" />",
                        "sourceRef=\"StartEvent_MailWritten\" targetRef=\"ServiceTask_NewStep\" />"
                                + "<bpmn:serviceTask id=\"ServiceTask_NewStep\" name=\"New step\" camunda:asyncBefore=\"true\""
                                + " camunda:delegateExpression=\"${newStepDelegate}\">"
                                + "<bpmn:incoming>Flow_Written</bpmn:incoming><bpmn:outgoing>Flow_New</bpmn:outgoing>"
                                + "</bpmn:serviceTask><bpmn:sequenceFlow id=\"Flow_New\""
                                + " sourceRef=\"ServiceTask_NewStep\" targetRef=\"ServiceTask_SendMail\" />")
                .replaceFirst(
                        "(?s)(<bpmn:serviceTask id=\"ServiceTask_SendMail\".*?<bpmn:incoming>)Flow_Written<",
                        "$1Flow_New<");
        assertThat(changed).contains("ServiceTask_NewStep").isNotEqualTo(Files.readString(model));
        Files.writeString(model, changed);
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().equals(classes) ? build.toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
