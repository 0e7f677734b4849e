package io.watchdesk.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.platform.Decisions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a house gets whose own tables do not answer any more; the tables as they are shipped are in SeverityTablesTest. */
class SeverityTest {

    private static final Map<String, Object> ONE_LEVEL_HIGHER = Map.of("levels", 1, "reason", "It is the second time.");

    @Test
    void a_table_without_a_row_for_these_facts_makes_it_red() {
        assertThat(rated(Map.of())).satisfies(SeverityTest::isRedForWantOfALevel);
    }

    @Test
    void a_table_that_answers_with_a_word_instead_of_a_level_makes_it_red() {
        assertThat(rated(Map.of("crisis-severity", List.of(Map.of("level", "high ")))))
                .satisfies(SeverityTest::isRedForWantOfALevel);
        assertThat(rated(Map.of("crisis-severity", List.of(Map.of("level", 5)))))
                .satisfies(SeverityTest::isRedForWantOfALevel);
        assertThat(rated(Map.of("crisis-severity", List.of(Map.of())))).satisfies(SeverityTest::isRedForWantOfALevel);
    }

    @Test
    void without_the_history_the_level_stands() {
        assertThat(rated(Map.of("crisis-severity", List.of(Map.of("level", 2)))).level())
                .isEqualTo(Level.YELLOW);
        assertThat(rated(Map.of(
                                "crisis-severity", List.of(Map.of("level", 2)),
                                "crisis-history", List.of(ONE_LEVEL_HIGHER)))
                        .level())
                .isEqualTo(Level.ORANGE);
    }

    private static void isRedForWantOfALevel(Severity.Rating rating) {
        assertThat(rating.level()).isEqualTo(Level.RED);
        assertThat(rating.reasons()).first().asString().contains("gives no level", "counts as red");
    }

    private static Severity.Rating rated(Map<String, List<Map<String, Object>>> tables) {
        Decisions decisions = (decision, inputs) -> tables.getOrDefault(decision, List.of());
        return new Severity(decisions, null, Clock.systemUTC()).rate(Facts.UNKNOWN);
    }
}
