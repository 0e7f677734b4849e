package io.watchdesk.crisis.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Crisis.Mode;
import io.watchdesk.crisis.Deadlines;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Deadlines.Mark;
import io.watchdesk.crisis.Demands;
import io.watchdesk.crisis.Demands.HoldDemand;
import io.watchdesk.crisis.Level;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The tables crisis-deadlines and crisis-demands. */
class DeadlineTablesTest extends CrisisWorld {

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Demands demands;

    @ParameterizedTest(name = "{0}: red {1}, orange {2}, yellow {3}, blue {4} minutes")
    @CsvSource({
        "ASSESSMENT,,,60,240",
        "SNOOZE,,,1440,10080",
        "TRIAGE,15,30,120,1440",
        "COMMAND,15,30,,",
        "HOLDING_STATEMENT,60,120,240,",
        "FULL_STATEMENT,240,240,1440,",
        "INTERNAL_UPDATE,20,60,240,1440",
        "PUBLIC_UPDATE,120,240,1440,",
        "RECONFIRMATION,30,60,240,1440",
        "RERATING,30,30,30,30",
        "QUIET_PERIOD,1440,720,240,",
        "RETROSPECTIVE,4320,10080,20160,43200"
    })
    void every_clock_has_its_budget_by_level(
            Deadline deadline, Integer red, Integer orange, Integer yellow, Integer blue) {
        assertThat(minutes(Level.RED, deadline)).isEqualTo(red);
        assertThat(minutes(Level.ORANGE, deadline)).isEqualTo(orange);
        assertThat(minutes(Level.YELLOW, deadline)).isEqualTo(yellow);
        assertThat(minutes(Level.BLUE, deadline)).isEqualTo(blue);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void what_a_level_demands_has_a_clock_at_that_level(Level level) {
        Crisis crisis = declared(level);
        command.triage(crisis.id(), findings(HARMLESS, true));
        Demands.Demand demand = demands.of(crisis);

        assertThat(demand.functions().isEmpty() || minutes(level, Deadline.COMMAND) != null)
                .isTrue();
        assertThat(!demand.statements().contains("holding") || minutes(level, Deadline.HOLDING_STATEMENT) != null)
                .isTrue();
        assertThat(!demand.statements().contains("full") || minutes(level, Deadline.FULL_STATEMENT) != null)
                .isTrue();
        assertThat(!demand.publicUpdates() || minutes(level, Deadline.PUBLIC_UPDATE) != null)
                .isTrue();
        assertThat(minutes(level, Deadline.INTERNAL_UPDATE)).isNotNull();
        assertThat(minutes(level, Deadline.RERATING)).isNotNull();
        assertThat(minutes(level, Deadline.TRIAGE)).isNotNull();
    }

    @ParameterizedTest(name = "{0}, public {1}: {2}, {3}, {4}, {5}")
    @CsvSource({
        "RED, false, PLACED, 5, holding full, true",
        "ORANGE, true, PLACED, 5, holding full, true",
        "YELLOW, true, PROPOSED, 0, holding full, true",
        "YELLOW, false, PROPOSED, 0, '', false",
        "BLUE, true, NONE, 0, '', false"
    })
    void every_level_demands_what_the_table_says(
            Level level, boolean matterPublic, HoldDemand hold, int functions, String statements, boolean updates) {
        Crisis crisis = declared(level);
        command.triage(crisis.id(), findings(HARMLESS, matterPublic));

        Demands.Demand demand = demands.of(crisis);

        assertThat(demand.hold()).isEqualTo(hold);
        assertThat(demand.functions()).hasSize(functions);
        assertThat(demand.statements()).isEqualTo(statements.isEmpty() ? List.of() : List.of(statements.split(" ")));
        assertThat(demand.publicUpdates()).isEqualTo(updates);
    }

    @Test
    void warnings_come_at_half_and_at_four_fifths_of_the_time() {
        Crisis crisis = declared(Level.RED);

        assertThat(deadlines.at(crisis.id(), Deadline.HOLDING_STATEMENT, Mark.WARNING))
                .contains(START.plus(Duration.ofMinutes(30)));
        assertThat(deadlines.at(crisis.id(), Deadline.HOLDING_STATEMENT, Mark.LAST_WARNING))
                .contains(START.plus(Duration.ofMinutes(48)));
        assertThat(deadlines.due(crisis.id(), Deadline.HOLDING_STATEMENT)).contains(START.plus(Duration.ofMinutes(60)));
    }

    @Test
    void a_late_crisis_counts_from_the_first_sighting_and_is_due_at_once() {
        theTimeIs(START.plus(Duration.ofHours(5)));
        Crisis crisis = declared(Level.RED);

        assertThat(crisis.openedAt()).isEqualTo(START.plus(Duration.ofHours(5)));
        assertThat(deadlines.due(crisis.id(), Deadline.FULL_STATEMENT)).contains(START.plus(Duration.ofHours(4)));
    }

    @Test
    void updates_count_from_the_last_one_and_slow_down_after_two_hours() {
        Crisis crisis = declared(Level.RED, Mode.DRILL);
        assertThat(deadlines.due(crisis.id(), Deadline.INTERNAL_UPDATE)).contains(START.plus(Duration.ofMinutes(20)));

        timePasses(Duration.ofMinutes(10));
        deadlines.wind(crisis.id(), Deadline.INTERNAL_UPDATE);
        assertThat(deadlines.due(crisis.id(), Deadline.INTERNAL_UPDATE)).contains(START.plus(Duration.ofMinutes(30)));

        timePasses(Duration.ofMinutes(110));
        deadlines.wind(crisis.id(), Deadline.INTERNAL_UPDATE);
        assertThat(deadlines.due(crisis.id(), Deadline.INTERNAL_UPDATE)).contains(START.plus(Duration.ofMinutes(180)));
    }

    @Test
    void the_question_still_on_it_counts_from_the_last_activity_of_a_person() {
        Crisis crisis = declared(Level.RED);
        timePasses(Duration.ofMinutes(7));
        as("olga", () -> response.acknowledge(crisis.id(), "olga", "by test"));
        timePasses(Duration.ofMinutes(7));
        timeline.record(crisis.id(), "crisis.noted", "A machine says something.");

        assertThat(deadlines.due(crisis.id(), Deadline.RECONFIRMATION)).contains(START.plus(Duration.ofMinutes(37)));
    }

    private Integer minutes(Level level, Deadline deadline) {
        return deadlines
                .budget(level, deadline)
                .map(budget -> (int) budget.toMinutes())
                .orElse(null);
    }
}
