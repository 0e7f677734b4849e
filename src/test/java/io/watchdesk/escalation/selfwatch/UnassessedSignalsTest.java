package io.watchdesk.escalation.selfwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.testing.ProcessSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class UnassessedSignalsTest extends ProcessSpecification {

    private static final String ID = "S-0-unassessed";

    @Autowired
    private SelfWatchLook look;

    @Autowired
    private SelfWatchSettings settings;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void no_signal() {
        database.sql("delete from signal where id = ?").param(ID).update();
    }

    @Test
    void a_signal_that_is_stored_and_not_rated_in_time_is_an_alarm() {
        Instant now = clock.instant();
        database.sql(
                        "insert into signal (id, source, event_id, title, full_text, facts, occurred_at, received_at, state,"
                                + " assessment_attempts) values (?, 'test', ?, 'Stuck', '', '{}', ?, ?, 'received', 3)")
                .params(ID, ID, now.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC))
                .update();

        assertThat(unassessed()).noneMatch(found -> found.sentence().contains(ID));
        timePasses(settings.lateAfter().plus(Duration.ofSeconds(1)));
        assertThat(unassessed())
                .singleElement()
                .satisfies(found -> assertThat(found.sentence()).contains(ID));
    }

    private List<Finding> unassessed() {
        return look.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.SIGNAL_UNASSESSED)
                .toList();
    }
}
