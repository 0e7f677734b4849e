package io.watchdesk.platform.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** F13: a node that is killed while it makes the tables of a PostgreSQL; found by the long run of kills. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledMigrationTest {

    /** Enough for several tables, functions and triggers. */
    private static final int COMMITS = 12;

    @Test
    void whoever_is_killed_at_any_commit_of_the_first_start_starts_again() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            for (int commit = 1; commit <= COMMITS; commit++) {
                String name = "killed_" + commit;
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + name);
                }
                DataSource database = server.getDatabase("postgres", name);
                DataSource dying = new KilledAfterCommit(database, commit);

                assertThatThrownBy(() -> migrate(dying)).as("commit %s", commit).isNotNull();
                Flyway again = migrate(database);

                assertThat(again.info().pending()).as("commit %s", commit).isEmpty();
            }
        }
    }

    /** With the settings that are shipped. */
    private static Flyway migrate(DataSource database) {
        Flyway[] made = new Flyway[1];
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
                .withBean(DataSource.class, () -> database)
                .withBean(FlywayMigrationStrategy.class, () -> flyway -> made[0] = flyway)
                .withPropertyValues("spring.flyway.placeholders.binary=bytea")
                .run(context -> assertThat(context).hasNotFailed());
        made[0].migrate();
        return made[0];
    }

    /** Loses every connection right after this commit, as a killed process does. */
    private static final class KilledAfterCommit extends DelegatingDataSource {

        private final List<Connection> open = new ArrayList<>();
        private int left;

        KilledAfterCommit(DataSource database, int commits) {
            super(database);
            this.left = commits;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (left == 0) {
                throw new SQLException("Killed.");
            }
            Connection connection = super.getConnection();
            open.add(connection);
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        try {
                            Object answer = method.invoke(connection, arguments);
                            if (method.getName().equals("commit") && --left == 0) {
                                for (Connection each : open) {
                                    each.abort(Runnable::run);
                                }
                            }
                            return answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
