package io.watchdesk.crisis.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Crisis.Mode;
import io.watchdesk.crisis.Crisis.State;
import io.watchdesk.crisis.CrisisRoles.Role;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Hold;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

class CrisisResponseTest extends CrisisWorld {

    @Test
    void a_red_crisis_is_held_triaged_commanded_declared_over_and_closed() {
        Crisis crisis = declared(Level.RED);
        ProcessInstance instance = responseOf(crisis.id());

        assertThat(holdsOf(crisis.id()))
                .extracting(Hold::scope, Hold::value)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Hold.Scope.ACCOUNT, "newsroom"),
                        org.assertj.core.groups.Tuple.tuple(Hold.Scope.TOPIC, topic));

        triaged(crisis.id(), "olga", true);
        commandCentreStands();
        response.reached(crisis.id(), Milestone.HOLDING_STATEMENT_OUT);
        assertThat(task("UserTask_LeadResponse").getAssignee()).isEqualTo("carla");
        completes("carla", "UserTask_LeadResponse", Map.of("summary", "The recall is under way."));

        assertThat(crises.get(crisis.id()).state()).isEqualTo(State.CLOSING);
        passed(instance, "EndEvent_ResponseOver", "Gateway_PublicInformed");
        assertThat(pathOf(instance.getId())).contains("CallActivity_IssueResolution");
        assertThat(response.at(crisis.id(), Milestone.COMMAND_ASSEMBLED)).isNotNull();
        assertThat(kinds(crisis.id()))
                .contains(
                        "crisis.declared",
                        "crisis.contentHeld",
                        "crisis.acknowledged",
                        "crisis.factsConfirmed",
                        "crisis.roleAssigned",
                        "crisis.declaredOver");
    }

    @Test
    void a_yellow_crisis_is_led_by_who_took_it_and_its_hold_is_one_click() {
        Crisis crisis = declared(Level.YELLOW);
        assertThat(holdsOf(crisis.id())).isEmpty();
        assertThat(kinds(crisis.id())).contains("crisis.holdProposed");

        as("olga", () -> crisisHolds.placeByHand(crisis.id()));
        assertThat(holdsOf(crisis.id())).hasSize(2);

        triaged(crisis.id(), "olga", false);
        assertThat(roles.holder(crisis.id(), Role.COMMANDER)).contains("olga");
        completes("olga", "UserTask_LeadResponse", Map.of("summary", "Answered."));
        heldPostsAreDropped(crisis.id());
        completes("paul", "UserTask_ReviewHeldContent", Map.of());
        assertThat(holdsOf(crisis.id())).isEmpty();

        assertThatThrownBy(() -> completes("olga", "UserTask_CloseCrisis", Map.of("outcome", "Solved.")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("quiet");
        completes("olga", "UserTask_CloseCrisis", Map.of("outcome", "Solved.", "earlyReason", "The cause is gone."));

        assertThat(crises.get(crisis.id()).state()).isEqualTo(State.CLOSED);
        assertThat(crises.open("newsroom", topic)).isEmpty();
    }

    @Test
    void a_false_alarm_lifts_the_hold_and_tells_everybody() {
        Crisis crisis = declared(Level.ORANGE);
        ProcessInstance instance = responseOf(crisis.id());
        as("olga", () -> response.acknowledge(crisis.id(), "olga", "by test"));

        assertThatThrownBy(() -> as("otto", () -> response.falseAlarm(crisis.id(), "Old news.")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as("olga", () -> response.falseAlarm(crisis.id(), " ")))
                .isInstanceOf(Refused.class);
        as("olga", () -> response.falseAlarm(crisis.id(), "Old news."));

        passed(
                instance,
                "CompensateEvent_HoldLifted",
                "ServiceTask_LiftHold",
                "ServiceTask_TellEverybody",
                "EndEvent_ResponseStopped");
        assertThat(holdsOf(crisis.id())).isEmpty();
        assertThat(crises.get(crisis.id()).state()).isEqualTo(State.FALSE_ALARM);
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(crisis.id())
                        .list())
                .as("nothing of the response goes on; letters may still be on their way")
                .extracting(left -> left.getProcessDefinitionId().split(":")[0])
                .doesNotContain("crisis-response", "crisis-escalation", "crisis-statement", "crisis-update");
        assertThat(kinds(crisis.id())).contains("crisis.holdLifted", "crisis.everybodyTold");
    }

    @Test
    void a_higher_level_moves_every_clock_from_the_first_sighting() {
        Crisis crisis = declared(Level.ORANGE);
        as("olga", () -> response.acknowledge(crisis.id(), "olga", "by test"));
        assertThat(task("UserTask_TriageCrisis").getDueDate()).isEqualTo(at(Duration.ofMinutes(30)));

        timePasses(Duration.ofMinutes(5));
        as("otto", () -> response.rate(crisis.id(), Level.RED, "It is on television."));

        assertThat(task("UserTask_TriageCrisis").getDueDate()).isEqualTo(at(Duration.ofMinutes(15)));
        assertThat(crises.get(crisis.id()).reasons().get(0)).contains("Otto").contains("television");
        assertThat(runtimeService.getVariable(responseOf(crisis.id()).getId(), "crisisLevel"))
                .isEqualTo("red");
    }

    @Test
    void a_drill_holds_nothing_but_says_what_it_would_hold() {
        Crisis drill = declared(Level.RED, Mode.DRILL);

        assertThat(drill.title()).startsWith(Crisis.DRILL_MARK);
        assertThat(holdsOf(drill.id())).isEmpty();
        assertThat(kinds(drill.id())).contains("crisis.shadowHoldReported");
        assertThat(crises.open("newsroom", topic)).isEmpty();

        response.cancelDrill(drill.id(), "A real crisis needs the people.");
        response.cancelDrill(drill.id(), "Again.");
        assertThat(crises.get(drill.id()).state()).isEqualTo(State.CANCELLED);
    }

    private static Date at(Duration since) {
        return Date.from(START.plus(since));
    }
}
