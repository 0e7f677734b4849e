package io.watchdesk.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** F13 at an upgrade: killed between two tables that H2 commits one by one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InterruptedUpgradeTest {

    private static final int ROWS = 20;

    @TempDir
    private Path home;

    private PlayedDatabase database;

    @BeforeEach
    void an_older_version_has_worked() throws Exception {
        database = new PlayedDatabase(home.resolve("data"));
        database.confirm(1, ROWS);
        database.close();
    }

    @Test
    void it_begins_anew_with_the_database_as_it_was_before() throws Exception {
        begins();
        assertThatThrownBy(() -> upgrade(new V1__TwoTables(true))).hasMessageContaining("closed");
        assertThat(database.files.beforeUpgrade()).exists();
        assertThatThrownBy(() -> upgrade(new V1__TwoTables(false)))
                .as("H2 has kept the first table without a note of it")
                .hasMessageContaining("already exists");

        SmartLifecycle tables = begins();
        upgrade(new V1__TwoTables(false));
        tables.start();

        assertThat(database.confirmed()).isEqualTo(ROWS);
        assertThat(tables()).contains("FIRST_TABLE", "SECOND_TABLE");
        assertThat(database.files.beforeUpgrade()).doesNotExist();
        assertThat(database.files.directory()).isDirectoryNotContaining("glob:**upgrade*");
        begins();
        assertThat(tables()).contains("FIRST_TABLE", "SECOND_TABLE");
    }

    private SmartLifecycle begins() {
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("spring.datasource.url", database.url())));
        new FirstStart().initialize(context);
        return (SmartLifecycle) context.getBeanFactory().getSingleton("firstStart");
    }

    private void upgrade(JavaMigration migration) {
        Flyway.configure()
                .dataSource(database.url(), "watchdesk", PlayedDatabase.KEY)
                .locations("classpath:nothing-lies-here")
                .failOnMissingLocations(false)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .callbacks(new BeforeUpgrade(database.files))
                .javaMigrations(migration)
                .load()
                .migrate();
    }

    private List<String> tables() {
        return database.jdbc()
                .sql("select table_name from information_schema.tables")
                .query(String.class)
                .list();
    }

    /** @param killed whether the database is gone after the first table */
    private static final class V1__TwoTables extends BaseJavaMigration {

        private final boolean killed;

        V1__TwoTables(boolean killed) {
            this.killed = killed;
        }

        @Override
        public void migrate(Context context) throws SQLException {
            Connection connection = context.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table first_table (id integer primary key)");
                if (killed) {
                    statement.execute("shutdown immediately");
                }
                statement.execute("create table second_table (id integer primary key)");
            }
        }
    }
}
