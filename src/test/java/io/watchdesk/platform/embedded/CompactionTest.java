package io.watchdesk.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.unit.DataSize;

/** The file of the embedded database stays small under many durable commits. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CompactionTest {

    private static final int COMMITS = 3000;
    private static final int BELOW = 50;
    private static final int MOST_STEPS = 5000;

    @TempDir
    Path directory;

    @Test
    void what_commits_leave_behind_is_used_again_and_nothing_is_lost() throws Exception {
        Path file = directory.resolve("watchdesk.mv.db");
        try (HikariDataSource pool = pool()) {
            JdbcClient jdbc = JdbcClient.create(pool);
            many(jdbc);
            assertThat(filled(jdbc)).as("without a step").isLessThan(BELOW);
            long before = Files.size(file);

            int steps = steps(pool, BELOW);

            assertThat(steps).isLessThan(MOST_STEPS);
            assertThat(filled(jdbc)).isGreaterThanOrEqualTo(BELOW);
            assertThat(Files.size(file)).isLessThan(before / 2);
            whole(jdbc);
        }
        try (HikariDataSource again = pool()) {
            whole(JdbcClient.create(again));
        }
    }

    @Test
    void it_can_be_turned_off() throws Exception {
        try (HikariDataSource pool = pool()) {
            many(JdbcClient.create(pool));

            assertThat(steps(pool, 0)).isZero();
        }
    }

    @Test
    void a_copy_holds_what_was_there_when_it_began_and_no_part_of_the_file_moves_meanwhile() throws Exception {
        Path copied = directory.resolve("copied.mv.db");
        try (HikariDataSource pool = pool();
                Connection connection = pool.getConnection();
                OutputStream copy = Files.newOutputStream(copied)) {
            JdbcClient jdbc = JdbcClient.create(pool);
            many(jdbc);
            long version = EmbeddedStore.of(connection).getCurrentVersion();
            long size = Files.size(directory.resolve("watchdesk.mv.db"));

            try (EmbeddedStore.State state = EmbeddedStore.state(EmbeddedStore.of(connection))) {
                jdbc.sql("delete from entry where id < 100").update();
                assertThat(EmbeddedStore.of(connection).getCurrentVersion()).isGreaterThan(version);
                assertThat(steps(pool, BELOW)).isZero();
                state.writeTo(copy, () -> false);
            }

            assertThat(copied).hasSize(size);
            assertThat(steps(pool, BELOW)).as("afterwards").isPositive();
        }
        whole(JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:" + directory.resolve("copied"))));
    }

    @Test
    void a_copy_is_given_up_when_watchdesk_is_stopped_and_room_is_made_again() throws Exception {
        try (HikariDataSource pool = pool();
                Connection connection = pool.getConnection()) {
            many(JdbcClient.create(pool));

            try (EmbeddedStore.State state = EmbeddedStore.state(EmbeddedStore.of(connection))) {
                assertThatThrownBy(() -> state.writeTo(OutputStream.nullOutputStream(), () -> true))
                        .isInstanceOf(InterruptedIOException.class);
            }

            assertThat(steps(pool, BELOW)).isPositive();
        }
    }

    private int steps(HikariDataSource pool, int below) throws SQLException {
        Compaction compaction = new Compaction(
                pool,
                (OneCommitAtATime) pool.getDataSource(),
                new CompactionSettings(Duration.ofSeconds(1), below, DataSize.ofMegabytes(2)));
        int steps = 0;
        while (steps < MOST_STEPS && compaction.step()) {
            steps++;
        }
        return steps;
    }

    /** Rows at random places of three indexes, each a commit of its own. */
    private static void many(JdbcClient jdbc) {
        jdbc.sql("create table entry (id int primary key, one int, two int, text varchar)")
                .update();
        jdbc.sql("create index entry_one on entry (one)").update();
        jdbc.sql("create index entry_two on entry (two)").update();
        // Old parts may be overwritten at once, so that the test need not wait for it.
        jdbc.sql("set retention_time 0").update();
        Random random = new Random(1);
        for (int i = 0; i < COMMITS; i++) {
            jdbc.sql("insert into entry values (?, ?, ?, ?)")
                    .params(i, random.nextInt(), random.nextInt(), "x".repeat(random.nextInt(1000)))
                    .update();
        }
    }

    private static void whole(JdbcClient jdbc) {
        assertThat(number(jdbc, "select count(*) from entry where text is not null"))
                .isEqualTo(COMMITS);
        for (String column : new String[] {"one", "two"}) {
            assertThat(number(
                            jdbc,
                            "select count(*) from entry use index (entry_%1$s) where %1$s is not null"
                                    .formatted(column)))
                    .isEqualTo(COMMITS);
        }
    }

    private static long filled(JdbcClient jdbc) {
        return number(
                jdbc,
                "select setting_value from information_schema.settings where setting_name = 'info.CHUNKS_FILL_RATE'");
    }

    private static long number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private HikariDataSource pool() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(
                "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE".formatted(directory.resolve("watchdesk")));
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(new OneCommitAtATime(database));
        return pool;
    }
}
