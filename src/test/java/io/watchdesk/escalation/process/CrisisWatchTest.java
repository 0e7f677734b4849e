package io.watchdesk.escalation.process;

import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_COMMANDER;
import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_EXECUTIVE;
import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_OPERATOR;
import static io.watchdesk.escalation.process.CrisisEscalationModel.USER_TAKE_CRISIS_AS_PR_MANAGER;
import static io.watchdesk.escalation.process.CrisisWatchModel.TIMER_GRACE_PERIOD_OVER;
import static io.watchdesk.escalation.process.CrisisWatchModel.TIMER_RECONFIRMATION_DUE;
import static io.watchdesk.escalation.process.CrisisWatchModel.TIMER_TAKE_OVER_OVERDUE;
import static io.watchdesk.escalation.process.CrisisWatchModel.USER_CONFIRM_STILL_ON_IT;
import static io.watchdesk.escalation.process.CrisisWatchModel.USER_TAKE_OVER_CRISIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.crisis.Level;
import io.watchdesk.platform.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** That a crisis somebody has taken is not forgotten. */
class CrisisWatchTest extends EscalationWorld {

    @Test
    void without_activity_the_holder_is_asked_and_silence_calls_the_ladder_again_from_the_holders_tier() {
        taken(Level.RED, "carla", USER_TAKE_CRISIS_AS_COMMANDER);
        assertThat(dueAt(TIMER_RECONFIRMATION_DUE)).isEqualTo(start.plus(Duration.ofMinutes(30)));

        timerFires(TIMER_RECONFIRMATION_DUE);
        Task question = task(USER_CONFIRM_STILL_ON_IT);
        assertThat(question.getAssignee()).isEqualTo("carla");
        assertThat(dueAt(TIMER_GRACE_PERIOD_OVER)).isEqualTo(start.plus(Duration.ofMinutes(40)));
        timerFires(TIMER_GRACE_PERIOD_OVER);

        assertThat(crisis().holder()).isNull();
        assertThat(toldOf("crisis.released")).singleElement().asString().contains("no answer for 10 minutes");
        jobRuns(CrisisEscalationModel.SERVICE_OPEN_LADDER);
        whatIsDueHappens();
        open(USER_TAKE_CRISIS_AS_COMMANDER);
        takes("carla", USER_TAKE_CRISIS_AS_COMMANDER);
        assertThat(crisis().holder()).isEqualTo("carla");
    }

    @Test
    void activity_pushes_the_question_back() {
        taken(Level.RED, "carla", USER_TAKE_CRISIS_AS_COMMANDER);
        theTimeIs(start.plus(Duration.ofMinutes(20)));
        as("carla", () -> timeline.record(crisisId, "test.workDone", "Called the platform."));

        timerFires(TIMER_RECONFIRMATION_DUE);

        assertThat(taskService
                        .createTaskQuery()
                        .taskDefinitionKey(USER_CONFIRM_STILL_ON_IT)
                        .count())
                .isZero();
        assertThat(dueAt(TIMER_RECONFIRMATION_DUE)).isEqualTo(start.plus(Duration.ofMinutes(50)));
    }

    @Test
    void activity_answers_the_question_too() {
        taken(Level.RED, "carla", USER_TAKE_CRISIS_AS_COMMANDER);
        timerFires(TIMER_RECONFIRMATION_DUE);
        timePasses(Duration.ofMinutes(2));
        as("carla", () -> timeline.record(crisisId, "test.workDone", "Called the platform."));

        timerFires(TIMER_GRACE_PERIOD_OVER);

        assertThat(crisis().holder()).isEqualTo("carla");
        assertThat(dueAt(TIMER_RECONFIRMATION_DUE)).isEqualTo(start.plus(Duration.ofMinutes(62)));
    }

    @Test
    void yes_winds_the_clock_anew() {
        taken(Level.RED, "carla", USER_TAKE_CRISIS_AS_COMMANDER);
        timerFires(TIMER_RECONFIRMATION_DUE);
        timePasses(Duration.ofMinutes(5));

        completes("carla", USER_CONFIRM_STILL_ON_IT, Map.of("stillOnItAnswer", "yes"));

        assertThat(crisis().holder()).isEqualTo("carla");
        assertThat(dueAt(TIMER_RECONFIRMATION_DUE)).isEqualTo(start.plus(Duration.ofMinutes(65)));
    }

    @Test
    void given_back_the_ladder_is_climbed_again() {
        taken(Level.ORANGE, "petra", USER_TAKE_CRISIS_AS_PR_MANAGER);
        timerFires(TIMER_RECONFIRMATION_DUE);

        assertThatThrownBy(() -> completes("petra", USER_CONFIRM_STILL_ON_IT, Map.of("stillOnItAnswer", "giveBack")))
                .isInstanceOf(Refused.class);
        completes(
                "petra",
                USER_CONFIRM_STILL_ON_IT,
                Map.of("stillOnItAnswer", "giveBack", "releaseReason", "My shift is over."));

        assertThat(crisis().holder()).isNull();
        assertThat(toldOf("escalation.holderAnswered")).containsExactly("Given back: My shift is over.");
        assertThat(toldOf("crisis.released")).singleElement().asString().contains("given back");
        jobRuns(CrisisEscalationModel.SERVICE_OPEN_LADDER);
        whatIsDueHappens();
        open(USER_TAKE_CRISIS_AS_PR_MANAGER);
    }

    @Test
    void a_successor_has_it_only_after_accepting() {
        taken(Level.RED, "carla", USER_TAKE_CRISIS_AS_COMMANDER);
        timerFires(TIMER_RECONFIRMATION_DUE);
        assertThatThrownBy(() -> hands("nobody")).hasMessageContaining("Nobody here is called");
        assertThatThrownBy(() -> hands("carla")).hasMessageContaining("has it already");
        hands("petra");
        assertThat(crisis().holder()).isEqualTo("carla");

        completes("petra", USER_TAKE_OVER_CRISIS, Map.of("takeOverAnswer", "accepted"));

        assertThat(crisis().holder()).isEqualTo("petra");
        assertThat(dueAt(TIMER_RECONFIRMATION_DUE)).isEqualTo(start.plus(Duration.ofMinutes(60)));
    }

    @Test
    void a_successor_who_declines_or_stays_silent_leaves_it_with_the_holder_who_is_asked_again() {
        taken(Level.RED, "carla", USER_TAKE_CRISIS_AS_COMMANDER);
        timerFires(TIMER_RECONFIRMATION_DUE);
        hands("petra");
        completes("petra", USER_TAKE_OVER_CRISIS, Map.of("takeOverAnswer", "declined"));
        assertThat(task(USER_CONFIRM_STILL_ON_IT).getAssignee()).isEqualTo("carla");

        timePasses(Duration.ofMinutes(1));
        hands("peng");
        timerFires(TIMER_TAKE_OVER_OVERDUE);

        assertThat(task(USER_CONFIRM_STILL_ON_IT).getAssignee()).isEqualTo("carla");
        assertThat(crisis().holder()).isEqualTo("carla");
    }

    @Test
    void released_by_another_way_the_ladder_is_climbed_again_at_once() {
        taken(Level.RED, "max", null);

        response.release(crisisId, "the holder called in sick.");

        jobRuns(CrisisEscalationModel.SERVICE_OPEN_LADDER);
        whatIsDueHappens();
        open(USER_TAKE_CRISIS_AS_OPERATOR, USER_TAKE_CRISIS_AS_PR_MANAGER, USER_TAKE_CRISIS_AS_COMMANDER);
    }

    @Test
    void an_executive_who_loses_it_is_the_first_to_be_called_again() {
        declared(Level.RED);
        minutesPass(15);
        takes("eva", USER_TAKE_CRISIS_AS_EXECUTIVE);

        timerFires(TIMER_RECONFIRMATION_DUE);
        timerFires(TIMER_GRACE_PERIOD_OVER);
        jobRuns(CrisisEscalationModel.SERVICE_OPEN_LADDER);
        whatIsDueHappens();

        open(USER_TAKE_CRISIS_AS_EXECUTIVE);
        assertThat(nextTimer()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void a_holder_whose_account_is_gone_loses_it_without_a_question() {
        isMemberOf("ghost", "oncall-tier-1");
        taken(Level.RED, "ghost", USER_TAKE_CRISIS_AS_OPERATOR);
        identityService.deleteUser("ghost");

        timerFires(TIMER_RECONFIRMATION_DUE);

        assertThat(crisis().holder()).isNull();
        assertThat(toldOf("crisis.released")).singleElement().asString().contains("does not exist any more");
    }

    @Test
    void a_higher_level_asks_sooner() {
        taken(Level.ORANGE, "petra", USER_TAKE_CRISIS_AS_PR_MANAGER);
        assertThat(dueAt(TIMER_RECONFIRMATION_DUE)).isEqualTo(start.plus(Duration.ofMinutes(60)));

        theTimeIs(start.plus(Duration.ofMinutes(5)));
        as("petra", () -> response.rate(crisisId, Level.RED, "National media."));

        assertThat(dueAt(TIMER_RECONFIRMATION_DUE)).isEqualTo(start.plus(Duration.ofMinutes(35)));
        timerFires(TIMER_RECONFIRMATION_DUE);
        assertThat(dueAt(TIMER_GRACE_PERIOD_OVER)).isEqualTo(start.plus(Duration.ofMinutes(45)));
    }

    @Test
    void a_crisis_that_is_over_needs_no_ladder() {
        taken(Level.RED, "carla", USER_TAKE_CRISIS_AS_COMMANDER);
        jdbc.sql("update crisis set state = 'CLOSED', holder = null where id = ?")
                .param(crisisId)
                .update();
        String instance = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(CrisisEscalationModel.PROCESS)
                .singleResult()
                .getId();

        timerFires(TIMER_RECONFIRMATION_DUE);
        jobRuns(CrisisEscalationModel.SERVICE_OPEN_LADDER);

        assertThat(endOf(historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()))
                .isEqualTo(CrisisEscalationModel.END_ESCALATION_STOPPED);
    }

    private void taken(Level level, String person, String element) {
        declared(level);
        whatIsDueHappens();
        if (element == null) {
            as(person, () -> response.acknowledge(crisisId, person, "phone"));
        } else {
            takes(person, element);
        }
    }

    private void hands(String successor) {
        completes("carla", USER_CONFIRM_STILL_ON_IT, Map.of("stillOnItAnswer", "handOver", "successor", successor));
    }

    private Instant dueAt(String element) {
        return managementService.createJobQuery().activityId(element).list().stream()
                .map(Job::getDuedate)
                .findFirst()
                .orElseThrow()
                .toInstant();
    }
}
