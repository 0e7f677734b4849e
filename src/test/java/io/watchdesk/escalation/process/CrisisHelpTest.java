package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_COMMANDER;
import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_OPERATOR;
import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_PR_MANAGER;
import static io.watchdesk.escalation.process.CrisisHelpModel.TIMER_HELP_OVERDUE;
import static io.watchdesk.escalation.process.CrisisHelpModel.TIMER_MORE_HELPERS_DUE;
import static io.watchdesk.escalation.process.CrisisHelpModel.USER_HELP_WITH_CRISIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.crisis.ClockBreached;
import io.watchdesk.crisis.Deadlines.Deadline;
import io.watchdesk.crisis.Level;
import io.watchdesk.escalation.LinkPages;
import io.watchdesk.escalation.Links;
import io.watchdesk.platform.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What a clock that ran out and a level that went up do to the ladder: they climb it, or call for help. */
class CrisisHelpTest extends EscalationWorld {

    private static final String TRIAGE_OVERDUE = "TimerEvent_TriageOverdue";
    private static final String UPDATE_OVERDUE = "TimerEvent_UpdateOverdue";

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Links links;

    @Autowired
    private LinkPages pages;

    @Test
    void a_clock_that_runs_out_while_nobody_has_the_crisis_climbs_a_tier() {
        declared(Level.BLUE);
        whatIsDueHappens();
        open(USER_TAKE_CRISIS_AS_OPERATOR);

        breached(Deadline.HOLDING_STATEMENT);
        whatIsDueHappens();

        open(USER_TAKE_CRISIS_AS_OPERATOR, USER_TAKE_CRISIS_AS_PR_MANAGER);
        assertThat(toldOf("escalation.clockBreached"))
                .containsExactly("The time for it is over: holding statement. Tier 2 is called.");
        assertThat(calledSince(2)).containsExactly(onCallAt("oncall-tier-2"));
        assertThat(nextTimer()).isEqualTo(start.plus(Duration.ofMinutes(240)));
    }

    @Test
    void an_update_that_is_not_given_in_time_climbs_a_tier_by_its_own_timer() {
        declared(Level.BLUE);
        whatIsDueHappens();

        timerFires(UPDATE_OVERDUE);
        whatIsDueHappens();

        assertThat(toldOf("escalation.clockBreached"))
                .containsExactly("The time for it is over: internal update. Tier 2 is called.");
        assertThat(ladder.of(crisisId).tier()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_clock_that_ran_out_before_the_ladder_opened_counts_when_it_opens() {
        declaredWithoutLadder(Level.ORANGE);
        breached(Deadline.INTERNAL_UPDATE);

        jobRuns(CrisisEscalationModel.SERVICE_OPEN_LADDER);
        whatIsDueHappens();

        open(USER_TAKE_CRISIS_AS_OPERATOR, USER_TAKE_CRISIS_AS_PR_MANAGER, USER_TAKE_CRISIS_AS_COMMANDER);
    }

    @Test
    void at_the_last_tier_everybody_is_called_again_at_once() {
        declared(Level.RED);
        whatIsDueHappens();
        breached(Deadline.TRIAGE);
        whatIsDueHappens();
        assertThat(ladder.of(crisisId).tier()).isEqualTo(4);
        int step = ladder.of(crisisId).step();

        timePasses(Duration.ofMinutes(1));
        breached(Deadline.HOLDING_STATEMENT);
        whatIsDueHappens();

        assertThat(ladder.of(crisisId).step()).isEqualTo(step + 1);
        assertThat(calledSince(step + 1)).contains("carla", "eva", "admin");
        assertThat(toldOf("escalation.clockBreached")).last().asString().endsWith("Everybody is called again.");
    }

    @Test
    void triage_that_is_not_done_in_time_calls_the_next_tier_to_help_the_holder_who_keeps_the_crisis() {
        taken("olga");
        String manager = onCallAt("oncall-tier-2");

        timerFires(TRIAGE_OVERDUE);

        assertThat(toldOf("crisis.triageOverdue")).containsExactly("Triage is not done in time.");
        assertThat(toldOf("escalation.clockBreached"))
                .containsExactly("The time for it is over: triage. Help is called for whoever has it.");
        Task help = task(USER_HELP_WITH_CRISIS);
        assertThat(candidates(help)).contains("oncall-tier-2", manager).doesNotContain("oncall-tier-1");
        assertThat(helpPages()).containsExactly(manager);
        assertThat(crisis().holder()).isEqualTo("olga");

        completes(manager, help, Map.of("helpNote", "I call the platform."));

        assertThat(toldOf("escalation.helpGiven")).singleElement().asString().endsWith("helps. I call the platform.");
        assertThat(crisis().holder()).isEqualTo("olga");
        open();
        assertThat(followed()).contains("olga");
    }

    @Test
    void while_nobody_comes_the_next_tiers_are_called_too_and_then_it_is_quiet() {
        taken("olga");
        breached(Deadline.HOLDING_STATEMENT);

        timerFires(TIMER_HELP_OVERDUE);
        assertThat(candidates(task(USER_HELP_WITH_CRISIS))).contains("oncall-tier-2", "oncall-command", "carla");
        timerFires(TIMER_MORE_HELPERS_DUE);

        assertThat(candidates(task(USER_HELP_WITH_CRISIS))).contains("oncall-executive", "eva", "admin");
        assertThat(managementService
                        .createJobQuery()
                        .processDefinitionKey(CrisisHelpModel.PROCESS)
                        .timers()
                        .count())
                .isZero();
        assertThat(helpPages()).contains("carla", "eva", "admin");

        breached(Deadline.FULL_STATEMENT);
        assertThat(toldOf("escalation.clockBreached")).last().asString().endsWith("Everybody is called already.");
    }

    @Test
    void a_second_clock_calls_the_tier_above_the_one_that_is_called_already() {
        taken("olga");
        breached(Deadline.TRIAGE);
        breached(Deadline.HOLDING_STATEMENT);

        assertThat(helpPages()).containsExactly(onCallAt("oncall-tier-2"), "carla");
        assertThat(taskService
                        .createTaskQuery()
                        .taskDefinitionKey(USER_HELP_WITH_CRISIS)
                        .count())
                .isEqualTo(2);
    }

    @Test
    void a_level_that_goes_up_calls_the_tiers_that_only_it_demands_to_help() {
        declared(Level.YELLOW);
        whatIsDueHappens();
        takes("olga", USER_TAKE_CRISIS_AS_OPERATOR);

        as("olga", () -> response.rate(crisisId, Level.RED, "Children are concerned."));

        assertThat(helpPages()).containsExactly(onCallAt("oncall-tier-2"), "carla");
        assertThat(toldOf("escalation.helpCalled")).singleElement().asString().endsWith("It is red now.");
        assertThat(crisis().holder()).isEqualTo("olga");
    }

    @Test
    void the_holder_ends_the_call_with_a_reason_only() {
        taken("olga");
        breached(Deadline.TRIAGE);
        Task help = task(USER_HELP_WITH_CRISIS);

        assertThatThrownBy(() -> completes("olga", help, Map.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("why no more help is needed");
        completes("olga", help, Map.of("helpNote", "It is done this minute."));

        assertThat(toldOf("escalation.helpGiven")).containsExactly("No more help is needed: It is done this minute.");
    }

    @Test
    void who_loses_the_crisis_needs_no_help_the_ladder_calls_again() {
        taken("olga");
        breached(Deadline.TRIAGE);
        task(USER_HELP_WITH_CRISIS);

        response.release(crisisId, "My train leaves.");
        jobRuns(CrisisEscalationModel.SERVICE_OPEN_LADDER);
        whatIsDueHappens();

        assertThat(taskService
                        .createTaskQuery()
                        .taskDefinitionKey(USER_HELP_WITH_CRISIS)
                        .count())
                .isZero();
        open(USER_TAKE_CRISIS_AS_OPERATOR, USER_TAKE_CRISIS_AS_PR_MANAGER);
    }

    @Test
    void the_link_in_the_page_helps_once() {
        taken("olga");
        breached(Deadline.TRIAGE);
        String manager = onCallAt("oncall-tier-2");
        String link = links.link(crisisId, manager, 2, Links.Purpose.HELP);
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(pages.look(token)).get().matches(LinkPages.Page::can);

        pages.answer(token);

        assertThat(toldOf("escalation.helpGiven")).hasSize(1);
        assertThatThrownBy(() -> pages.answer(token)).isInstanceOf(Refused.class);
    }

    @Test
    void who_took_it_before_the_ladder_opened_is_asked_and_helped_like_everybody() {
        declaredWithoutLadder(Level.ORANGE);
        response.acknowledge(crisisId, "olga", "telephone");
        jobRuns(CrisisEscalationModel.SERVICE_OPEN_LADDER);

        breached(Deadline.TRIAGE);
        assertThat(helpPages()).containsExactly(onCallAt("oncall-tier-2"));
        timerFires(CrisisWatchModel.TIMER_RECONFIRMATION_DUE);

        assertThat(task(CrisisWatchModel.USER_CONFIRM_STILL_ON_IT).getAssignee())
                .isEqualTo("olga");
    }

    private void taken(String person) {
        declared(Level.ORANGE);
        whatIsDueHappens();
        takes(person, USER_TAKE_CRISIS_AS_OPERATOR);
    }

    private void breached(Deadline deadline) {
        transaction.executeWithoutResult(status -> events.publishEvent(new ClockBreached(crisisId, deadline)));
    }

    private List<String> candidates(Task task) {
        return taskService.getIdentityLinksForTask(task.getId()).stream()
                .map(CrisisHelpTest::who)
                .toList();
    }

    private static String who(IdentityLink link) {
        return link.getGroupId() == null ? link.getUserId() : link.getGroupId();
    }

    private List<String> helpPages() {
        return jdbc.sql("select person from crisis_page where crisis_id = ? and kind = 'help' order by step, tier, id")
                .param(crisisId)
                .query(String.class)
                .list();
    }

    private List<String> followed() {
        return jdbc.sql("select person from crisis_follow_up where crisis_id = ? and headline like '%helps'")
                .param(crisisId)
                .query(String.class)
                .list();
    }
}
