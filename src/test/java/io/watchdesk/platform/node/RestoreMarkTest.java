package io.watchdesk.platform.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.util.unit.DataSize;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RestoreMarkTest {

    private static final Instant THREE = Instant.parse("2026-11-22T03:00:00Z");

    private JdbcClient database;

    @BeforeEach
    void a_database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:mark" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V98__nodes.sql")).execute(source);
        database = JdbcClient.create(source);
    }

    @Test
    void a_database_that_goes_on_by_itself_is_no_backup() {
        assertThat(told(null).takenAt()).isEmpty();
    }

    @Test
    void a_copy_carries_its_own_mark_until_everything_was_looked_up() {
        database.sql("update restored_backup set taken_at = ?")
                .param(THREE.atOffset(ZoneOffset.UTC))
                .update();

        assertThat(told(null).takenAt()).contains(THREE);
        told(null).reconciled();
        assertThat(told(null).takenAt()).isEmpty();
        assertThat(told(null).lookedUpUntil()).contains(THREE);
    }

    @Test
    void the_operator_s_word_counts_once_for_each_restore() {
        assertThat(told(THREE).takenAt()).contains(THREE);
        told(THREE).reconciled();
        assertThat(told(THREE).takenAt()).as("the setting stays").isEmpty();

        Instant later = THREE.plus(Duration.ofDays(1));
        assertThat(told(later).takenAt()).as("another restore").contains(later);
    }

    private RestoreMark told(Instant restoredFrom) {
        return new RestoreMark(
                database,
                new NodeSettings(
                        null,
                        DataSize.ofGigabytes(1),
                        DataSize.ofMegabytes(200),
                        Duration.ofSeconds(2),
                        true,
                        restoredFrom,
                        false,
                        false));
    }
}
