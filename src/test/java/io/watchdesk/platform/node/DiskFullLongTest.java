package io.watchdesk.platform.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database cannot grow any more, as on a full disk, and later it can again. Run like {@link NodesLongTest}. */
@EnabledIfSystemProperty(
        named = "watchdesk.test.nodes",
        matches = "long",
        disabledReason = "needs prlimit; -Dwatchdesk.test.nodes=long runs it")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiskFullLongTest {

    private static final Duration STARTS = Duration.ofMinutes(4);
    private static final Duration WORKS = Duration.ofMinutes(3);

    @TempDir
    private Path home;

    @Test
    void while_the_disk_is_full_nothing_is_confirmed_and_when_there_is_space_it_goes_on_by_itself() throws Exception {
        try (PlayedPlatform platform = new PlayedPlatform();
                RunningNode node = RunningNode.start(
                        "node",
                        home,
                        "--spring.profiles.active=demo",
                        "--watchdesk.node.free-space=1MB",
                        "--watchdesk.node.publishing-space=1MB",
                        "--watchdesk.self-watch.every=2s",
                        "--watchdesk.test.pieces=5",
                        "--watchdesk.test.go=" + home.resolve("go"),
                        "--watchdesk.test.platform=" + platform.root())) {
            await().atMost(STARTS).until(node::ready);
            // The demo's own people are at work.
            await().atMost(WORKS).until(() -> !platform.posts().isEmpty());

            limit(node, "0");
            await().atMost(WORKS).until(() -> node.said().contains("The self-watch cannot read the database"));
            await().atMost(WORKS).until(() -> node.status("/health/ready") == 503);
            assertThat(node.status("/health/live")).isEqualTo(200);

            limit(node, "unlimited");
            long freed = System.nanoTime();
            await().atMost(WORKS).until(node::ready);
            System.out.printf("disk full: ready %.1f s after there is space%n", (System.nanoTime() - freed) / 1e9);
            int posts = platform.posts().size();
            Files.createFile(home.resolve("go"));
            await().atMost(WORKS).until(() -> platform.posts().size() >= posts + 5);
            System.out.printf(
                    "disk full: five new pieces are out %.1f s after there is space%n",
                    (System.nanoTime() - freed) / 1e9);
            assertThat(platform.posts()).doesNotHaveDuplicates();
            node.terminate();
            assertThat(node.exitCode(Duration.ofMinutes(1))).isEqualTo(143);
        }
    }

    private static void limit(RunningNode node, String bytes) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("prlimit", "--pid", Long.toString(node.pid()), "--fsize=" + bytes + ":unlimited")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).as("prlimit").isZero();
    }
}
