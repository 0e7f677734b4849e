package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisEscalationModel.TIMER_COMMAND_DUE;
import static io.watchdesk.escalation.process.CrisisEscalationModel.TIMER_PR_MANAGERS_DUE;
import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_COMMANDER;
import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_EXECUTIVE;
import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_OPERATOR;
import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_PR_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.crisis.Level;
import io.watchdesk.platform.Refused;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** The ladder: who is called when, and what ends it. */
class CrisisEscalationTest extends EscalationWorld {

    @Test
    void a_red_crisis_calls_operators_pr_managers_and_command_at_once() {
        declared(Level.RED);
        whatIsDueHappens();

        open(USER_TAKE_CRISIS_AS_OPERATOR, USER_TAKE_CRISIS_AS_PR_MANAGER, USER_TAKE_CRISIS_AS_COMMANDER);
        assertThat(ladder.of(crisisId).tier()).isEqualTo(3);
        assertThat(ladder.of(crisisId).nextClimbAt()).isEqualTo(start.plus(Duration.ofMinutes(5)));
    }

    @Test
    void an_orange_crisis_calls_command_after_ten_minutes_to_the_second_however_late_the_jobs_ran() {
        declared(Level.ORANGE);
        timePasses(Duration.ofSeconds(4));
        whatIsDueHappens();

        open(USER_TAKE_CRISIS_AS_OPERATOR, USER_TAKE_CRISIS_AS_PR_MANAGER);
        assertThat(nextTimer()).isEqualTo(start.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_yellow_crisis_calls_one_tier_after_the_other_and_the_first_can_still_take_it() {
        declared(Level.YELLOW);
        whatIsDueHappens();
        open(USER_TAKE_CRISIS_AS_OPERATOR);

        timerFires(TIMER_PR_MANAGERS_DUE);
        open(USER_TAKE_CRISIS_AS_OPERATOR, USER_TAKE_CRISIS_AS_PR_MANAGER);
        timerFires(TIMER_COMMAND_DUE);
        open(USER_TAKE_CRISIS_AS_OPERATOR, USER_TAKE_CRISIS_AS_PR_MANAGER, USER_TAKE_CRISIS_AS_COMMANDER);
        assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofMinutes(60)));
        takes("olga", USER_TAKE_CRISIS_AS_OPERATOR);

        open();
        assertThat(nextTimer()).isNull();
        assertThat(crisis().holder()).isEqualTo("olga");
        assertThat(ladder.of(crisisId).nextClimbAt()).isNull();
    }

    @Test
    void every_tier_can_take_it() {
        declared(Level.RED);
        whatIsDueHappens();
        takes("carla", USER_TAKE_CRISIS_AS_COMMANDER);
        open();
        assertThat(crisis().holder()).isEqualTo("carla");

        declaredAgain();
        takes(onCallAt("oncall-tier-2"), USER_TAKE_CRISIS_AS_PR_MANAGER);
        open();
    }

    @Test
    void after_three_loops_the_executives_and_the_fallback_person_are_called_until_somebody_takes_it() {
        declared(Level.RED);
        minutesPass(14);
        open(USER_TAKE_CRISIS_AS_OPERATOR, USER_TAKE_CRISIS_AS_PR_MANAGER, USER_TAKE_CRISIS_AS_COMMANDER);
        assertThat(ladder.of(crisisId).loop()).isEqualTo(2);

        minutesPass(1);
        open(
                USER_TAKE_CRISIS_AS_OPERATOR,
                USER_TAKE_CRISIS_AS_PR_MANAGER,
                USER_TAKE_CRISIS_AS_COMMANDER,
                USER_TAKE_CRISIS_AS_EXECUTIVE);
        assertThat(toldOf("escalation.ladderExhausted")).hasSize(1);
        int exhausted = ladder.of(crisisId).step();
        assertThat(calledSince(exhausted)).containsExactlyInAnyOrder("eva", "admin");

        minutesPass(60);
        assertThat(ladder.of(crisisId).step()).isEqualTo(exhausted + 4);
        assertThat(toldOf("escalation.pagesRepeated")).hasSize(3 + 4);
        assertThat(calledSince(exhausted + 4)).contains("eva", "admin", "carla", onCallAt("oncall-tier-1"));
        assertThat(nextTimer()).isEqualTo(start.plus(Duration.ofMinutes(15 + 75)));

        takes("eva", USER_TAKE_CRISIS_AS_EXECUTIVE);
        open();
        assertThat(nextTimer()).isNull();
    }

    @Test
    void who_is_on_call_now_is_called_again_and_offered_the_task() {
        declared(Level.BLUE);
        String before = onCallAt("oncall-tier-1");
        assertThat(candidates(task(USER_TAKE_CRISIS_AS_OPERATOR))).contains(before);

        minutesPass(60 * 24);
        String after = onCallAt("oncall-tier-1");
        assertThat(after).isNotEqualTo(before);

        assertThat(calledSince(ladder.of(crisisId).step())).contains(after);
        assertThat(candidates(task(USER_TAKE_CRISIS_AS_OPERATOR))).contains(before, after);
    }

    @Test
    void a_tier_with_nobody_on_call_is_passed_at_once_and_written_down() {
        nobodyIsOnCall("petra", "peng");
        declared(Level.ORANGE);
        whatIsDueHappens();

        open(USER_TAKE_CRISIS_AS_OPERATOR, USER_TAKE_CRISIS_AS_PR_MANAGER, USER_TAKE_CRISIS_AS_COMMANDER);
        assertThat(toldOf("escalation.nobodyFound"))
                .singleElement()
                .asString()
                .contains("tier 2", "oncall-tier-2", "next tier is called at once");
        assertThat(nextTimer()).isEqualTo(start.plus(Duration.ofMinutes(10)));
    }

    @Test
    void nobody_on_call_anywhere_calls_the_fallback_person_at_once() {
        nobodyIsOnCall("olga", "otto", "petra", "peng", "carla", "eva");
        declared(Level.BLUE);
        whatIsDueHappens();

        assertThat(calledSince(1)).containsExactly("admin");
        assertThat(toldOf("escalation.nobodyFound")).hasSize(4);
        takes("admin", USER_TAKE_CRISIS_AS_EXECUTIVE);
        assertThat(crisis().holder()).isEqualTo("admin");
    }

    @Test
    void the_second_one_to_take_it_reads_who_was_first_and_when() {
        declared(Level.RED);
        whatIsDueHappens();
        Task second = task(USER_TAKE_CRISIS_AS_COMMANDER);
        as("carla", () -> taskService.claim(second.getId(), "carla"));
        takes("olga", USER_TAKE_CRISIS_AS_OPERATOR);

        String first = "Olga was first: %s was taken on ".formatted(crisisId);
        assertThatThrownBy(() -> as("carla", () -> formService.submitTaskForm(second.getId(), Map.of())))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(first);
        assertThatThrownBy(() -> as("carla", () -> taskService.claim(second.getId(), "carla")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(first);
    }

    @Test
    void who_claims_what_somebody_else_has_claimed_reads_who() {
        declared(Level.YELLOW);
        whatIsDueHappens();
        Task task = task(USER_TAKE_CRISIS_AS_OPERATOR);
        as("olga", () -> taskService.claim(task.getId(), "olga"));

        assertThatThrownBy(() -> as("otto", () -> taskService.claim(task.getId(), "otto")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has claimed this task already");
    }

    @Test
    void a_task_that_somebody_claimed_who_is_gone_is_free_again_with_the_next_call() {
        isMemberOf("ghost", "oncall-tier-1");
        declared(Level.RED);
        whatIsDueHappens();
        Task task = task(USER_TAKE_CRISIS_AS_OPERATOR);
        as("ghost", () -> taskService.claim(task.getId(), "ghost"));
        identityService.deleteUser("ghost");

        minutesPass(5);

        takes("otto", USER_TAKE_CRISIS_AS_OPERATOR);
        assertThat(crisis().holder()).isEqualTo("otto");
    }

    @Test
    void an_acknowledgement_by_another_way_ends_the_ladder_too() {
        declared(Level.ORANGE);
        whatIsDueHappens();

        as("petra", () -> response.acknowledge(crisisId, "petra", "phone"));

        open();
        assertThat(nextTimer()).isNull();
    }

    @Test
    void a_crisis_taken_before_its_ladder_opened_is_watched_at_once() {
        crisisId = null;
        declaredWithoutLadder(Level.ORANGE);
        as("petra", () -> response.acknowledge(crisisId, "petra", "phone"));

        jobRuns(CrisisEscalationModel.SERVICE_OPEN_LADDER);

        open();
        assertThat(calledSince(1)).isEmpty();
        assertThat(managementService
                        .createJobQuery()
                        .activityId(CrisisWatchModel.TIMER_RECONFIRMATION_DUE)
                        .count())
                .isOne();
    }

    private void declaredAgain() {
        timePasses(Duration.ofMinutes(1));
        start = clock.instant();
        declared(Level.RED);
        whatIsDueHappens();
    }

    private java.util.List<String> candidates(Task task) {
        return taskService.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getUserId)
                .toList();
    }
}
