package io.watchdesk.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseAwayAnalyzerTest {

    private final DatabaseAwayAnalyzer analyzer = new DatabaseAwayAnalyzer(new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:postgresql://db/watchdesk?password=hunter2"));

    @Test
    void a_wrong_password_is_one_sentence_and_names_no_secret() {
        FailureAnalysis told = analyzer.analyze(start(new SQLException("password authentication failed", "28P01")));

        assertThat(told.getDescription())
                .isEqualTo("Watchdesk was not let into the database jdbc:postgresql://db/watchdesk:"
                        + " password authentication failed");
        assertThat(told.getAction()).contains("spring.datasource.url, username and password");
    }

    @Test
    void a_server_that_is_down_is_told_as_the_driver_finds_it() {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setServerNames(new String[] {"127.0.0.1"});
        nobody.setPortNumbers(new int[] {1});
        nobody.setDatabaseName("watchdesk");
        SQLException refused = org.junit.jupiter.api.Assertions.assertThrows(
                SQLException.class, () -> nobody.getConnection("watchdesk", "x").close());

        FailureAnalysis told = analyzer.analyze(start(refused));

        assertThat(told.getDescription())
                .startsWith(
                        "The database does not answer at jdbc:postgresql://db/watchdesk: Connection to 127.0.0.1:1");
    }

    @Test
    void any_other_fault_of_the_database_keeps_its_exception() {
        assertThat(analyzer.analyze(start(new SQLException("syntax error", "42601"))))
                .isNull();
    }

    private static RuntimeException start(SQLException why) {
        return new IllegalStateException(
                "a bean", new SQLTransientConnectionException("Connection is not available", why));
    }
}
