package io.watchdesk.platform.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.platform.NotStarted;
import io.watchdesk.platform.Watched.Trouble;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseClockTest {

    @Test
    void a_clock_that_differs_from_the_database_s_refuses_the_start_and_is_an_alarm_later() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            DataSource database = server.getPostgresDatabase();

            assertThat(clock(database, Duration.ZERO).troubles()).isEmpty();
            assertThat(clock(database, Duration.ofMillis(1500)).troubles()).isEmpty();
            assertThat(clock(database, Duration.ofSeconds(10)).troubles())
                    .singleElement()
                    .extracting(Trouble::sentence)
                    .asString()
                    .contains("The clock of node-one is", "ahead of that of the database");
            assertThat(clock(database, Duration.ofMinutes(-1)).troubles())
                    .singleElement()
                    .extracting(Trouble::sentence)
                    .asString()
                    .contains("behind that of the database");
            try (var connection = database.getConnection()) {
                clock(database, Duration.ZERO).check(connection);
                assertThatThrownBy(() -> clock(database, Duration.ofMinutes(1)).check(connection))
                        .isInstanceOfSatisfying(NotStarted.class, refused -> {
                            assertThat(refused.getExitCode()).isEqualTo(2);
                            assertThat(refused.mend()).contains("NTP");
                        });
            }
        }
    }

    @Test
    void the_embedded_database_has_the_machine_s_own_clock() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:clock");

        assertThat(clock(database, Duration.ofDays(1)).troubles()).isEmpty();
    }

    private static DatabaseClock clock(DataSource database, Duration ahead) {
        NodeSettings settings = new NodeSettings(
                null,
                DataSize.ofGigabytes(1),
                DataSize.ofMegabytes(200),
                Duration.ofSeconds(2),
                true,
                null,
                false,
                false);
        return new DatabaseClock(database, settings, () -> "node-one", Clock.offset(Clock.systemUTC(), ahead));
    }
}
