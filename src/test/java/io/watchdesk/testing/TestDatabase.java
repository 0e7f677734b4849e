package io.watchdesk.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives each application context of the tests an empty database of its own: H2 in memory, or with
 * {@code -Dwatchdesk.test.database=postgresql} a database on a PostgreSQL server that lives as long as the JVM.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    /** The system property that chooses the database: {@code h2} (also when it is missing) or {@code postgresql}. */
    public static final String PROPERTY = "watchdesk.test.database";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = "watchdesk_" + UUID.randomUUID().toString().replace('-', '_');
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test database", chosen().equals("postgresql") ? postgresql(name) : h2(name)));
        // Stories move the clock by years; what runs by itself would clean up behind their backs.
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "no rounds",
                        Map.of("watchdesk.audit.check-every", "PT0S", "watchdesk.retention.check-every", "PT0S")));
    }

    /** Before whatever looks at the database's file, which would find the one of this directory's demo. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** The database of this run. */
    public static String chosen() {
        String chosen = System.getProperty(PROPERTY, "h2");
        if (!chosen.equals("h2") && !chosen.equals("postgresql")) {
            throw new IllegalArgumentException("%s is \"%s\"; it can be h2 or postgresql.".formatted(PROPERTY, chosen));
        }
        return chosen;
    }

    /** Settings of an application in a JVM of its own whose database is this one, on a PostgreSQL of the tests. */
    public static List<String> settings(String url) {
        return List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    private static Map<String, Object> h2(String name) {
        return Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=FALSE".formatted(name),
                "watchdesk.data-directory",
                temporaryDirectory());
    }

    private static Map<String, Object> postgresql(String name) {
        Server.execute("create database " + name);
        return Map.of(
                "spring.datasource.url",
                Server.POSTGRES.getJdbcUrl("postgres", name),
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                "postgres",
                "watchdesk.data-directory",
                temporaryDirectory());
    }

    private static String temporaryDirectory() {
        try {
            Path directory = Files.createTempDirectory("watchdesk-test");
            directory.toFile().deleteOnExit();
            return directory.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("The tests need a place for temporary files.", e);
        }
    }

    /** Started on first use and stopped by its own shutdown hook. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "100")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL does not start.", e);
            }
        }

        static void execute(String sql) {
            try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException("The embedded PostgreSQL refuses: " + sql, e);
            }
        }
    }
}
