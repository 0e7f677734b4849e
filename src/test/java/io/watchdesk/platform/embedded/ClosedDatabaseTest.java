package io.watchdesk.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** A pool that is in use all the time, as a busy node's is, when H2 closes its file under it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClosedDatabaseTest {

    @TempDir
    Path home;

    @Test
    void the_first_failure_ends_a_connection_to_a_database_that_was_closed() throws SQLException {
        try (HikariDataSource pool =
                pool(settings().getProperty("spring.datasource.hikari.exception-override-class-name"))) {
            closesUnder(pool);
            assertThatThrownBy(() -> asks(pool)).isInstanceOf(SQLException.class);
            assertThat(asks(pool)).isOne();
        }
    }

    @Test
    void without_it_such_a_connection_is_lent_again_and_again() throws SQLException {
        try (HikariDataSource pool = pool(null)) {
            closesUnder(pool);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> asks(pool)).isInstanceOf(SQLException.class);
            }
        }
    }

    private void closesUnder(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table thing (id integer)");
            statement.execute("insert into thing values (7)");
        }
        try (Connection other = DriverManager.getConnection(pool.getJdbcUrl(), "sa", "");
                var statement = other.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException closed) {
            // It closes the connection that asks for it, too.
        }
    }

    private static int asks(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select count(*) from thing")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private HikariDataSource pool(String override) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE".formatted(home.resolve("closed")));
        config.setUsername("sa");
        config.setPassword("");
        config.setMaximumPoolSize(1);
        config.setConnectionTestQuery(settings().getProperty("spring.datasource.hikari.connection-test-query"));
        if (override != null) {
            config.setExceptionOverrideClassName(override);
        }
        return new HikariDataSource(config);
    }

    private static Properties settings() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return yaml.getObject();
    }
}
