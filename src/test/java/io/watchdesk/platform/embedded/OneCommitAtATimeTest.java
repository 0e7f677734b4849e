package io.watchdesk.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OneCommitAtATimeTest {

    private static final int EVERYBODY = 8;
    private static final int COMMITS = 40;

    private final Watched watched = new Watched();
    private DataSource database;

    @BeforeEach
    void opens(@TempDir Path directory) {
        watched.setTargetDataSource(new DriverManagerDataSource(PlayedDatabase.url(directory), "sa", ""));
        database = new OneCommitAtATime(watched);
        JdbcClient.create(database)
                .sql("create table word (text varchar(40) unique)")
                .update();
    }

    @Test
    void eight_who_commit_without_a_break_never_do_so_at_once() {
        Stream.of(1, 2, 3, 4, 5, 6, 7, EVERYBODY)
                .map(who -> CompletableFuture.runAsync(() -> commits("w" + who)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(words()).hasSize(EVERYBODY * COMMITS);
        assertThat(watched.most.get()).isEqualTo(1);
    }

    @Test
    void a_statement_of_its_own_waits_for_its_turn_too_and_is_kept() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch out = new CountDownLatch(1);
        watched.meanwhile = () -> {
            inside.countDown();
            await(out);
        };
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> commits("first"));
        await(inside);
        watched.meanwhile = () -> {};
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> adds("second"));
        assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        out.countDown();
        first.join();

        assertThat(second.join()).isEqualTo(1);
        assertThat(words()).contains("second").hasSize(COMMITS + 1);
        assertThat(watched.most.get()).isEqualTo(1);
    }

    @Test
    void what_is_refused_is_told_as_the_database_tells_it_and_leaves_nothing_behind() throws SQLException {
        adds("once");

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("insert into word values ('once')"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Unique index");
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(statement.executeUpdate("insert into word values ('again')"))
                    .isEqualTo(1);
        }
        assertThat(words()).containsExactlyInAnyOrder("once", "again");
    }

    private int adds(String word) {
        return JdbcClient.create(database)
                .sql("insert into word values (?)")
                .param(word)
                .update();
    }

    private List<String> words() {
        return JdbcClient.create(database)
                .sql("select text from word")
                .query(String.class)
                .list();
    }

    private void commits(String who) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < COMMITS; i++) {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("insert into word values ('%s %d')".formatted(who, i));
                }
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts how many commit in the same moment. */
    private static final class Watched extends DelegatingDataSource {

        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private volatile Runnable meanwhile = () -> {};

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Watched.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        boolean commits = method.getName().equals("commit");
                        if (commits) {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            meanwhile.run();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            throw e.getCause();
                        } finally {
                            if (commits) {
                                now.decrementAndGet();
                            }
                        }
                    });
        }
    }
}
