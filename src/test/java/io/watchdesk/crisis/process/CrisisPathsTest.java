package io.watchdesk.crisis.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Crisis.State;
import io.watchdesk.crisis.CrisisRoles.Role;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.platform.Refused;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** What may happen to a response beside its straight way. */
class CrisisPathsTest extends CrisisWorld {

    @Test
    void a_crisis_ends_with_its_resolution_its_held_posts_its_outcome_and_its_retrospective() {
        Crisis crisis = declared(Level.ORANGE);
        ProcessInstance instance = responseOf(crisis.id());
        triaged(crisis.id(), "olga", true);
        commandCentreStands();
        calledProcessEnds(crisis.id(), "CallActivity_EscalateCrisis", "Flow_EscalationOver");
        calledProcessEnds(crisis.id(), "CallActivity_IssueStatement", "Flow_StatementsIssued");
        calledProcessEnds(crisis.id(), "CallActivity_InformPublic", "Flow_PublicInformedAgain");
        calledProcessEnds(crisis.id(), "CallActivity_InformTeam", "Flow_TeamInformed");
        passed(instance, "EndEvent_EscalationOver", "EndEvent_StatementsIssued", "EndEvent_PublicInformed");
        passed(instance, "EndEvent_TeamInformed");

        assertThatThrownBy(() -> completes("carla", "UserTask_LeadResponse", Map.of("summary", "Solved.")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("first word");
        response.reached(crisis.id(), Milestone.HOLDING_STATEMENT_OUT);
        assertThatThrownBy(() -> completes("carla", "UserTask_LeadResponse", Map.of("summary", " ")))
                .isInstanceOf(Refused.class);
        completes("carla", "UserTask_LeadResponse", Map.of("summary", "Solved."));

        assertThatThrownBy(() -> as("carla", () -> response.falseAlarm(crisis.id(), "After all nothing.")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("declared over");
        assertThat(command.missing(crises.get(crisis.id())))
                .anyMatch(sentence -> sentence.contains("resolution message"))
                .anyMatch(sentence -> sentence.contains("held"));
        calledProcessEnds(crisis.id(), "CallActivity_IssueResolution", "Flow_ResolutionIssued");
        passed(instance, "ServiceTask_CheckResolution");
        assertThat(runtimeService
                        .getActivityInstance(instance.getId())
                        .getActivityInstances("CallActivity_IssueResolution"))
                .as("a dropped resolution is written anew")
                .hasSize(1);
        // It is out: what is still being written for the public ends, and so does the process of the statement.
        response.reached(crisis.id(), Milestone.RESOLUTION_OUT);
        heldPostsAreDropped(crisis.id());
        completes("paul", "UserTask_ReviewHeldContent", Map.of());
        timePasses(Duration.ofDays(2));
        completes("carla", "UserTask_CloseCrisis", Map.of("outcome", "Recall done."));
        assertThat(crises.get(crisis.id()).state()).isEqualTo(State.CLOSED);
        assertThat(holdsOf(crisis.id())).isEmpty();

        calledProcessEnds(crisis.id(), "CallActivity_HoldRetrospective", "Flow_RetrospectiveHeld");
        passed(instance, "EndEvent_CrisisClosed");
        assertThatThrownBy(() -> response.acknowledge(crisis.id(), "olga", "late"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("over");
    }

    @Test
    void a_function_that_nobody_fills_is_chased_alone() {
        Crisis crisis = declared(Level.RED);
        triaged(crisis.id(), "olga", true);
        functionFilled("carla", "oncall-command");
        functionFilled("mark", "cc-market");

        timerFires("TimerEvent_FunctionMissing");

        passed(responseOf(crisis.id()), "ServiceTask_ChaseFunction", "EndEvent_FunctionChased");
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(15)));
        assertThat(timeline.of(crisis.id()))
                .filteredOn(entry -> entry.kind().equals("crisis.functionMissing"))
                .hasSize(1);
        assertThat(response.at(crisis.id(), Milestone.COMMAND_ASSEMBLED)).isNull();
    }

    @Test
    void a_rating_is_due_every_half_hour_and_can_bring_a_command_centre_into_a_running_lead() {
        Crisis crisis = declared(Level.YELLOW);
        ProcessInstance instance = responseOf(crisis.id());
        triaged(crisis.id(), "olga", false);
        assertThat(task("UserTask_LeadResponse").getAssignee()).isEqualTo("olga");

        timerFires("TimerEvent_RatingDue");
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(30)));
        jobsRun();
        assertThat(crises.get(crisis.id()).level()).isEqualTo(Level.YELLOW);

        Facts worse = new Facts(null, null, null, null, null, Facts.Harm.SAFETY_OR_LAW, null, null, null, null);
        as("olga", () -> command.triage(crisis.id(), findings(HARMLESS.newer(worse), false)));

        assertThat(crises.get(crisis.id()).level()).isEqualTo(Level.RED);
        passed(instance, "MessageEvent_CommandDemanded", "MessageEvent_DemandsChanged", "EndEvent_LevelApplied");
        assertThat(function("cc-legal")).isNotNull();
        assertThat(holdsOf(crisis.id())).hasSize(2);
        commandCentreStands();
        assertThat(task("UserTask_LeadResponse").getAssignee()).isEqualTo("carla");

        timerFires("TimerEvent_RatingDue");
        Date next = timer("TimerEvent_RatingDue").getDuedate();
        assertThat(next).isEqualTo(Date.from(START.plus(Duration.ofMinutes(90))));
    }

    @Test
    void the_level_is_lowered_only_by_who_commands_and_with_a_reason() {
        Crisis crisis = declared(Level.RED);
        triaged(crisis.id(), "olga", true);
        commandCentreStands();

        assertThatThrownBy(() -> as("olga", () -> response.rate(crisis.id(), Level.ORANGE, "It calms down.")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Carla");
        as("olga", () -> ratings.askDowngrade(crisis.id(), Level.ORANGE, "It calms down."));
        assertThatThrownBy(() -> as("olga", () -> ratings.askDowngrade(crisis.id(), Level.ORANGE, "Again.")))
                .isInstanceOf(Refused.class);
        assertThat(task("UserTask_ApproveDowngrade").getAssignee()).isEqualTo("carla");
        completes(
                "carla",
                "UserTask_ApproveDowngrade",
                Map.of("downgradeVerdict", "declined", "downgradeReason", "The paper prints tomorrow."));
        assertThat(crises.get(crisis.id()).level()).isEqualTo(Level.RED);

        as("olga", () -> ratings.askDowngrade(crisis.id(), Level.ORANGE, "The paper did not print."));
        assertThatThrownBy(
                        () -> completes("carla", "UserTask_ApproveDowngrade", Map.of("downgradeVerdict", "accepted")))
                .isInstanceOf(Refused.class);
        completes(
                "carla",
                "UserTask_ApproveDowngrade",
                Map.of("downgradeVerdict", "accepted", "downgradeReason", "Agreed."));

        assertThat(crises.get(crisis.id()).level()).isEqualTo(Level.ORANGE);
        passed(responseOf(crisis.id()), "EndEvent_DowngradeDecided");
        assertThat(kinds(crisis.id()))
                .contains("crisis.downgradeAsked", "crisis.downgradeRefused", "crisis.levelLowered");
        assertThatThrownBy(() -> as("carla", () -> response.rate(crisis.id(), Level.ORANGE, "Same.")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as("wei", () -> response.rate(crisis.id(), Level.RED, "I think so.")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void command_passes_on_only_when_the_new_commander_accepts() {
        isMemberOf("cora", "oncall-command");
        Crisis crisis = declared(Level.ORANGE);
        triaged(crisis.id(), "olga", true);
        commandCentreStands();

        assertThatThrownBy(() -> as("olga", () -> roles.offer(crisis.id(), Role.COMMANDER, "cora", null)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as("carla", () -> roles.offer(crisis.id(), Role.COMMANDER, "nobody", null)))
                .isInstanceOf(Refused.class);
        as("carla", () -> roles.offer(crisis.id(), Role.COMMANDER, "cora", "My train leaves."));
        as("carla", () -> roles.offer(crisis.id(), Role.SCRIBE, "otto", null));
        assertThat(roles.holder(crisis.id(), Role.COMMANDER)).contains("carla");

        completes(
                "cora",
                taskService
                        .createTaskQuery()
                        .taskDefinitionKey("UserTask_AcceptRole")
                        .taskAssignee("cora")
                        .singleResult(),
                Map.of("roleVerdict", "accepted"));
        completes("otto", "UserTask_AcceptRole", Map.of("roleVerdict", "declined"));

        assertThat(roles.holder(crisis.id(), Role.COMMANDER)).contains("cora");
        assertThat(roles.holder(crisis.id(), Role.SCRIBE)).isEmpty();
        assertThat(roles.of(crisis.id()))
                .filteredOn(held -> held.role() == Role.COMMANDER && held.until() != null)
                .extracting(held -> held.person())
                .containsExactly("carla");
        assertThat(task("UserTask_LeadResponse").getAssignee()).isEqualTo("cora");
        passed(responseOf(crisis.id()), "EndEvent_HandoverAnswered");
    }

    @Test
    void the_first_has_it_the_second_is_told_and_what_is_given_back_is_free_again() {
        Crisis crisis = declared(Level.ORANGE);

        assertThat(response.acknowledge(crisis.id(), "olga", "the link").taken())
                .isTrue();
        assertThat(response.acknowledge(crisis.id(), "otto", "the link"))
                .satisfies(second -> assertThat(second.taken()).isFalse())
                .satisfies(second -> assertThat(second.holder()).isEqualTo("olga"))
                .satisfies(second -> assertThat(second.since()).isEqualTo(START));
        assertThat(task("UserTask_TriageCrisis").getAssignee()).isEqualTo("olga");

        assertThatThrownBy(() -> as("otto", () -> command.giveBack(crisis.id(), "Not mine.")))
                .isInstanceOf(Refused.class);
        as("olga", () -> command.giveBack(crisis.id(), "My shift is over."));
        assertThat(crises.get(crisis.id()).holder()).isNull();
        assertThat(task("UserTask_TriageCrisis").getAssignee()).isNull();

        response.acknowledge(crisis.id(), "otto", "the link");
        assertThat(task("UserTask_TriageCrisis").getAssignee()).isEqualTo("otto");
        assertThat(response.at(crisis.id(), Milestone.ACKNOWLEDGED)).isEqualTo(START);
    }

    @Test
    void triage_is_not_done_before_its_facts_are_confirmed_and_widens_the_hold() {
        Crisis crisis = declared(Level.ORANGE);
        Crisis other = response.declare(declaration(Level.ORANGE, Crisis.Mode.REAL, "douyin"));
        as("olga", () -> response.acknowledge(crisis.id(), "olga", "by test"));
        String triage = taskService
                .createTaskQuery()
                .taskDefinitionKey("UserTask_TriageCrisis")
                .processInstanceBusinessKey(crisis.id())
                .singleResult()
                .getId();
        assertThatThrownBy(() -> as("olga", () -> formService.submitTaskForm(triage, Map.of())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Confirm the facts first");

        assertThatThrownBy(() -> as("olga", () -> command.triage(crisis.id(), findings(HARMLESS, true, "douyin"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(other.id());
        as("olga", () -> command.triage(crisis.id(), findings(HARMLESS, true, "weibo")));

        assertThat(crises.get(crisis.id()).accounts()).containsExactlyInAnyOrder("newsroom", "weibo");
        assertThat(holdsOf(crisis.id())).hasSize(3);
        assertThat(crises.open("weibo", topic)).map(Crisis::id).contains(crisis.id());
    }

    private Job timer(String element) {
        return managementService.createJobQuery().activityId(element).timers().singleResult();
    }
}
