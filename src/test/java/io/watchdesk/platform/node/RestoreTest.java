package io.watchdesk.platform.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchdesk.WatchdeskApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bad night of whoever runs one node on the embedded database, from the crash to the morning. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RestoreTest {

    private static final int LESS_THAN_COUNTS = 256 * 1024;
    private static final Duration STARTS = Duration.ofMinutes(4);
    private static final Duration WORKS = Duration.ofMinutes(2);
    private static final Duration ENDS = Duration.ofMinutes(1);

    private final PlayedPlatform platform = new PlayedPlatform();

    @TempDir
    private Path home;

    private RunningNode node;

    @AfterEach
    void nobody() {
        if (node != null) {
            node.close();
        }
        platform.close();
    }

    @Test
    void a_damaged_database_is_refused_comes_back_from_a_copy_and_publishes_nothing_twice() throws Exception {
        platform.hold();
        node = started("--watchdesk.test.pieces=3", "--watchdesk.backup.every=PT2S", "--watchdesk.backup.keep=500");
        await().atMost(STARTS).until(node::ready);
        await().atMost(WORKS).until(() -> !platform.posts().isEmpty());
        List<String> out = platform.posts();
        int copies = copies().size();
        // The next one may have been begun before.
        await().atMost(WORKS).until(() -> copies().size() > copies + 1);
        Path copy = copies().get(0);
        platform.answer();
        await().atMost(WORKS).until(() -> platform.posts().size() > out.size());
        // Only a newer state than one that was noted can be missed.
        await().atMost(WORKS).until(() -> Files.exists(home.resolve("node/watchdesk.seal")));
        node.kill();

        byte[] whole = Files.readAllBytes(file());
        // H2 may have put all that counts into the beginning of a file that was larger for a while.
        Files.write(file(), Arrays.copyOf(whole, LESS_THAN_COUNTS));
        node = started();
        assertThat(node.exitCode(ENDS)).isOne();
        assertThat(node.said())
                .contains("Watchdesk does not start.", "--watchdesk.restore=" + copies().get(0))
                .doesNotContain("\tat ");

        node = RunningNode.startMain("node", home, WatchdeskApplication.class.getName(), "--watchdesk.restore=" + copy);
        assertThat(node.exitCode(ENDS)).as(node.said()).isZero();
        assertThat(node.said()).contains("is whole", "is in its place", "before-restore-");

        node = started();
        await().atMost(STARTS).until(node::ready);
        assertThat(node.said()).contains("This database was restored from a backup of");
        node.terminate();
        assertThat(node.exitCode(ENDS)).as(node.said()).isEqualTo(143);
        assertThat(platform.posts()).as("nothing went out twice").doesNotHaveDuplicates();
        assertThat(jdbc().sql("select id from publication where state = 'UNKNOWN'")
                        .query(String.class)
                        .list())
                .as("what was under way when the copy was made is looked up, and a person is asked")
                .containsAll(out);
    }

    private RunningNode started(String... more) {
        return RunningNode.start(
                "node",
                home,
                Stream.concat(
                                Stream.of(
                                        "--spring.profiles.active=demo",
                                        "--watchdesk.node.free-space=1MB",
                                        "--watchdesk.node.publishing-space=1MB",
                                        "--watchdesk.test.platform=" + platform.root()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private Path file() {
        return home.resolve("node/watchdesk.mv.db");
    }

    /** Newest first. */
    private List<Path> copies() throws IOException {
        Path directory = home.resolve("node/backups");
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(each -> each.toString().endsWith("Z.zip"))
                    .sorted(Comparator.<Path>naturalOrder().reversed())
                    .toList();
        }
    }

    private JdbcClient jdbc() throws IOException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:%s".formatted(home.resolve("node/watchdesk")));
        source.setUser("watchdesk");
        source.setPassword(
                Files.readString(home.resolve("node/watchdesk.password")).strip());
        return JdbcClient.create(source);
    }
}
