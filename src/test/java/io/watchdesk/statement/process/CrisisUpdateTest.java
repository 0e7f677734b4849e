package io.watchdesk.statement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Level;
import io.watchdesk.statement.Audience;
import io.watchdesk.statement.Kind;
import io.watchdesk.statement.Statement;
import io.watchdesk.statement.Update;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** One audience is kept informed until the crisis is over. */
class CrisisUpdateTest extends StatementWorld {

    private static final String WRITE = "UserTask_WriteUpdate";

    @Test
    void the_team_gets_its_update_by_mail_and_the_next_clock_starts_from_the_promise() {
        Crisis crisis = crisis(Level.RED, "newsroom");
        updatesStart(crisis, "internal");
        assertThat(task(WRITE).getDueDate().toInstant()).isEqualTo(START.plus(Duration.ofMinutes(20)));

        timePasses(Duration.ofMinutes(5));
        as(
                "petra",
                () -> updates.save(
                        crisis.id(), "The door is closed.\n\nWe count.", START.plus(Duration.ofMinutes(17))));
        completes("petra", WRITE, Map.of());

        assertThat(told(crisis, "InternalUpdate"))
                .contains("carla", "prue", "olga")
                .doesNotContain("petra", "wei");
        assertThat(updates.of(crisis.id())).extracting(Update::audience).containsExactly(Audience.INTERNAL);
        assertThat(timeline(crisis)).contains("statement.updateGiven");
        assertThat(task(WRITE).getDueDate().toInstant()).isEqualTo(START.plus(Duration.ofMinutes(17)));
        timerFires("TimerEvent_HalfTimeOver");
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(11)));
    }

    @Test
    void whoever_writes_is_warned_twice_and_an_overdue_update_climbs() {
        Crisis crisis = crisis(Level.RED, "newsroom");
        ProcessInstance story = updatesStart(crisis, "internal");

        timerFires("TimerEvent_HalfTimeOver");
        assertThat(told(crisis, "TaskReminder")).contains("prue", "olga", "petra");
        timerFires("TimerEvent_TimeNearlyOver");
        timerFires("TimerEvent_UpdateOverdue");

        assertThat(timeline(crisis)).containsSubsequence("statement.warned", "statement.warned", "statement.overdue");
        passed(story, "EndEvent_WarningGiven", "EndEvent_OverdueRecorded");
        assertThat(open(WRITE)).isOne();
    }

    @Test
    void an_update_says_something_and_when_the_next_comes() {
        Crisis crisis = crisis(Level.RED, "newsroom");
        updatesStart(crisis, "internal");

        assertThatThrownBy(() -> completes("petra", WRITE, Map.of())).hasMessageContaining("Write the update first.");
        as("petra", () -> updates.save(crisis.id(), "The door is closed.", null));
        assertThatThrownBy(() -> completes("petra", WRITE, Map.of()))
                .hasMessageContaining("Say when the next update comes.");
        as("petra", () -> updates.save(crisis.id(), "The door is closed.", START.minusSeconds(1)));
        assertThatThrownBy(() -> completes("petra", WRITE, Map.of())).hasMessageContaining("must be in the future");
    }

    @Test
    void the_public_hears_more_only_after_its_first_word_and_each_update_is_a_statement() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        ProcessInstance story = updatesStart(crisis, "public");
        assertThat(statements(crisis)).isEmpty();

        statementStarts(crisis, Kind.HOLDING);
        isReleased(crisis);
        houseHasRead();

        passed(story, "MessageEvent_UpdateDemanded");
        Statement update = statement(crisis);
        assertThat(update.kind()).isEqualTo(Kind.UPDATE);
        assertThat(update.dueAt()).isEqualTo(START.plus(Duration.ofMinutes(60)));

        timePasses(Duration.ofMinutes(1));
        isReleased(crisis);
        houseHasRead();
        assertThat(desk.get(update.id()).state()).isEqualTo(Statement.State.OUT);
        assertThat(statements(crisis)).hasSize(3);
        assertThat(updates.of(crisis.id()))
                .extracting(Update::statementId)
                .containsExactly(statements(crisis).get(0).id(), update.id());
    }

    @Test
    void when_the_crisis_is_over_nothing_more_is_said() {
        Crisis crisis = crisis(Level.ORANGE, "newsroom");
        response.falseAlarm(crisis.id(), "Nothing was leaked.");

        ProcessInstance story = updatesStart(crisis, "internal");

        endedAt(story, "EndEvent_UpdatesOver");
    }

    private ProcessInstance updatesStart(Crisis crisis, String audience) {
        Map<String, Object> variables = variables(crisis);
        variables.put("audience", audience);
        return starts("crisis-update", crisis.id(), variables);
    }
}
