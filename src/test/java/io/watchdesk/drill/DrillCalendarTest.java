package io.watchdesk.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.oncall.OnCall;
import io.watchdesk.platform.Decisions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The calendar starts nothing that nobody would lead. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DrillCalendarTest {

    private static final Instant NOW = Instant.parse("2030-02-12T02:00:00Z");

    private final Decisions planned = (table, inputs) -> List.of(Map.of(
            "drillPlan",
            inputs.equals(Map.of("month", 2, "weekOfMonth", 2)) ? "drill" : "none",
            "scenario",
            "dataLeak",
            "drillLevel",
            "red",
            "announcement",
            "unannounced"));

    @Test
    void whoever_is_on_call_leads_the_drill() {
        assertThat(calendar("drills", List.of(duty("carla"), duty("petra"))).today())
                .hasValueSatisfying(plan -> {
                    assertThat(plan.leader()).isEqualTo("carla");
                    assertThat(plan.announced()).isFalse();
                });
    }

    @Test
    void without_a_rota_or_without_anybody_on_call_there_is_none() {
        assertThat(calendar("", List.of(duty("carla"))).today()).isEmpty();
        assertThat(calendar("drills", List.of()).today()).isEmpty();
    }

    private DrillCalendar calendar(String rota, List<OnCall.Duty> onDuty) {
        OnCall onCall = new OnCall() {
            @Override
            public List<Duty> at(String asked, Instant instant) {
                return onDuty;
            }

            @Override
            public List<Duty> between(String asked, Instant from, Instant to) {
                return onDuty;
            }
        };
        return new DrillCalendar(
                planned, onCall, new DrillSettings(rota, "managers"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static OnCall.Duty duty(String person) {
        return new OnCall.Duty("drills", person, NOW, NOW.plusSeconds(60));
    }
}
