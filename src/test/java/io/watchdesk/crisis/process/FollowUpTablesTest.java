package io.watchdesk.crisis.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.FollowUp;
import io.watchdesk.crisis.FollowUp.Matter;
import io.watchdesk.crisis.Level;
import io.watchdesk.platform.Decisions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The tables crisis-follow-up and drill-calendar. */
class FollowUpTablesTest extends ClosingWorld {

    @Autowired
    private FollowUp followUp;

    @Autowired
    private Decisions decisions;

    @ParameterizedTest(
            name = "{0} when {1}: due after {2} days, first reminder at {3} percent, then every {4} h, late {5} h")
    @CsvSource({
        "retrospective,red,5,50,24,24",
        "retrospective,orange,5,50,24,24",
        "retrospective,yellow,10,50,48,48",
        "action,red,30,50,48,72",
        "action,blue,30,75,72,168",
        "scoreCard,yellow,3,50,24,24",
        "hold,orange,1,100,24,24",
        "somethingElse,red,5,50,48,72"
    })
    void what_follows_is_reminded_of_and_chased(
            String matter, String level, int dueAfter, int percent, int every, int late) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("matter", matter);
        inputs.put("crisisLevel", level);
        List<Map<String, Object>> rows = decisions.evaluate("crisis-follow-up", inputs);

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0))
                .containsEntry("dueAfterDays", dueAfter)
                .containsEntry("remindAtPercent", percent)
                .containsEntry("remindEveryHours", every)
                .containsEntry("escalateEveryHours", late);
    }

    @ParameterizedTest(name = "month {0}, week {1}: {2} {3} {4} {5}")
    @CsvSource({
        "2,2,drill,dataLeak,red,announced",
        "5,2,drill,complaintSurge,orange,announced",
        "9,2,drill,accountBanned,orange,unannounced",
        "11,2,drill,serviceOutage,orange,announced",
        "2,3,none,none,none,none",
        "3,2,none,none,none,none"
    })
    void a_drill_is_planned_once_a_quarter(
            int month, int week, String plan, String scenario, String level, String announcement) {
        assertThat(decisions.evaluate("drill-calendar", Map.of("month", month, "weekOfMonth", week)))
                .containsExactly(Map.of(
                        "drillPlan", plan, "scenario", scenario, "drillLevel", level, "announcement", announcement));
    }

    @Test
    void reminders_begin_within_the_time_and_managers_are_told_when_it_is_over() {
        Instant due = BEGINNING.plusSeconds(100_000);

        FollowUp.Cycles cycles = followUp.cycles(Matter.ACTION, Level.RED, BEGINNING, due);

        assertThat(cycles.reminder()).isEqualTo("R/2030-01-07T21:53:20Z/PT48H");
        assertThat(cycles.escalation()).isEqualTo("R/2030-01-08T11:46:40Z/PT72H");
        assertThat(followUp.cycles(Matter.ACTION, Level.RED, due, BEGINNING).reminder())
                .isEqualTo("R/2030-01-08T11:46:40Z/PT48H");
    }
}
