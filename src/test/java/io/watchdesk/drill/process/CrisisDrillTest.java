package io.watchdesk.drill.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdesk.crisis.Action;
import io.watchdesk.crisis.Actions;
import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Timeline;
import io.watchdesk.drill.Drill;
import io.watchdesk.drill.Drills;
import io.watchdesk.drill.GapAction;
import io.watchdesk.drill.ScoreCard;
import io.watchdesk.notification.Mail;
import io.watchdesk.notification.Mails;
import io.watchdesk.publishing.Holds;
import io.watchdesk.testing.ProcessSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drills are played with the real models, marked everywhere, measured, and make way for a real crisis. */
class CrisisDrillTest extends ProcessSpecification {

    private static final Instant BEGINNING = Instant.parse("2030-01-07T08:00:00Z");
    private static final LocalDate IN_A_MONTH = LocalDate.parse("2030-02-07");

    @Autowired
    private CrisisResponse response;

    @Autowired
    private Crises crises;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Drills drills;

    @Autowired
    private Actions actions;

    @Autowired
    private Holds holds;

    @Autowired
    private Mails mails;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void a_monday_afternoon_without_a_crisis() {
        theTimeIs(BEGINNING);
        no_crisis_is_left();
    }

    @AfterEach
    void no_crisis_is_left() {
        crises.open().stream()
                .filter(crisis -> crisis.state() == Crisis.State.OPEN)
                .forEach(crisis -> response.falseAlarm(crisis.id(), "The test is over."));
        drills.running().forEach(drill -> drills.cancel(drill.id()));
        holds.open().forEach(hold -> holds.release(hold.id(), "The test is over."));
    }

    @Test
    void a_manager_starts_a_drill_and_signals_come_in_while_nothing_is_held() {
        starts("dataLeak", "announced", "newsroom");
        Drill drill = running();
        Crisis crisis = crises.get(drill.crisisId());

        assertThat(crisis.title()).startsWith("[演练 DRILL] Customers' phone numbers are offered in a forum");
        assertThat(crisis.mode()).isEqualTo(Crisis.Mode.DRILL);
        assertThat(crisis.scenario()).isEqualTo("dataLeak");
        assertThat(crisis.accounts()).containsExactly("newsroom");
        assertThat(drill.leader()).isEqualTo("max");
        assertThat(task(CrisisDrillModel.USER_OBSERVE_DRILL).getAssignee()).isEqualTo("max");
        assertThat(task(CrisisDrillModel.USER_OBSERVE_DRILL).getDueDate()).isEqualTo(drill.endsAt());
        assertThat(holds.open()).isEmpty();
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(crisis.id())
                        .processDefinitionKey("crisis-response")
                        .count())
                .isEqualTo(1);

        for (long minutes : new long[] {5, 20, 50, 90}) {
            timerFires(CrisisDrillModel.TIMER_SIGNAL_DUE);
            assertThat(clock.instant()).isEqualTo(BEGINNING.plus(Duration.ofMinutes(minutes)));
        }

        assertThat(drills.nextSignal(drill.id())).isEmpty();
        assertThat(texts(crisis)).anyMatch(text -> text.startsWith("[演练 DRILL] First customers find themselves"));
        assertThat(crises.get(crisis.id()).level()).isEqualTo(Level.RED);
        assertThat(running().played()).isEqualTo(4);
    }

    @Test
    void an_unannounced_drill_hides_the_scenario_and_is_still_marked() {
        starts("accountBanned", "unannounced", "");

        Crisis crisis = crises.get(running().crisisId());
        assertThat(crisis.title()).isEqualTo("[演练 DRILL] Unannounced drill");
        assertThat(crisis.scenario()).isEqualTo("other");
        assertThat(crisis.accounts()).isEmpty();
        assertThat(running().announced()).isFalse();
    }

    @Test
    void a_score_card_tells_how_it_went_and_its_gaps_become_actions() {
        ProcessInstance instance = starts("serviceOutage", "announced", "newsroom");
        Drill drill = running();
        jobsRun();
        timePasses(Duration.ofMinutes(4));
        as("olga", () -> response.acknowledge(drill.crisisId(), "olga", "the test"));
        timePasses(Duration.ofHours(2));
        as("max", () -> drills.observe(drill.id(), "Nobody knew the template."));
        completes("max", CrisisDrillModel.USER_OBSERVE_DRILL, Map.of());

        ScoreCard score = drills.get(drill.id()).score();
        assertThat(score.secondsToAcknowledge()).isEqualTo(240);
        assertThat(score.secondsToHold()).isZero();
        assertThat(score.secondsToHoldingStatement()).isNull();
        assertThat(score.gaps())
                .extracting(ScoreCard.Gap::sentence)
                .anyMatch(sentence -> sentence.startsWith("Triage was never reached; its time was"))
                .noneMatch(sentence -> sentence.contains("Nobody took"));
        assertThat(crises.get(drill.crisisId()).state()).isEqualTo(Crisis.State.CANCELLED);
        assertThat(mailsTo("max", drill, "DrillScored"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).contains("[演练 DRILL]"))
                .satisfies(mail -> assertThat(mail.text()).contains("Acknowledged: 4 min 0 s"));

        assertThatThrownBy(() -> completes("max", CrisisDrillModel.USER_REVIEW_SCORE_CARD, Map.of()))
                .hasMessageContaining("This gap has no action yet");
        as("max", () -> drills.plan(drill.id(), "Nobody knew the template.", answersTo(score)));
        completes("max", CrisisDrillModel.USER_REVIEW_SCORE_CARD, Map.of());

        endedAt(instance, CrisisDrillModel.END_DRILL_SCORED);
        assertThat(actions.ofCrisis(drill.crisisId()))
                .extracting(Action::title, Action::origin)
                .containsExactly(tuple("Practise it", Action.Origin.DRILL));
        assertThat(task("UserTask_DoAction").getAssignee()).isEqualTo("petra");
    }

    @Test
    void when_the_response_has_ended_the_drill_is_scored() {
        starts("complaintSurge", "announced", "");
        Drill drill = running();

        as("carla", () -> response.falseAlarm(drill.crisisId(), "The lesson is learnt."));

        assertThat(drills.get(drill.id()).state()).isEqualTo(Drill.State.ENDED);
        assertThat(task(CrisisDrillModel.USER_REVIEW_SCORE_CARD).getAssignee()).isEqualTo("max");
        assertThat(drills.get(drill.id()).score().gaps())
                .extracting(ScoreCard.Gap::sentence)
                .contains("Nobody took the crisis.");
        timerFires(CrisisDrillModel.TIMER_REMINDER_DUE);
        assertThat(mailsTo("max", drill, "TaskReminder")).isNotEmpty();
    }

    @Test
    void people_who_were_not_reached_are_a_gap() {
        starts("serviceOutage", "announced", "");
        Drill drill = running();
        jdbc.sql("""
                        insert into crisis_page (id, crisis_id, step, tier, person, kind, next_people, requested_at, state,
                            outcome)
                        values (?, ?, 90, 1, 'otto', 'first', '[]', ?, 'unreached', 'No address answers.')
                        """)
                .params("PG-" + drill.id(), drill.crisisId(), BEGINNING.atOffset(ZoneOffset.UTC))
                .update();

        completes("max", CrisisDrillModel.USER_OBSERVE_DRILL, Map.of());

        ScoreCard score = drills.get(drill.id()).score();
        assertThat(score.unreachable()).containsExactly("Otto: No address answers.");
        assertThat(score.gaps()).extracting(ScoreCard.Gap::sentence).contains("Not reached: Otto: No address answers.");
    }

    @Test
    void a_drill_without_end_is_stopped_at_its_time() {
        starts("serviceOutage", "announced", "");
        Drill drill = running();

        timerFires(CrisisDrillModel.TIMER_DRILL_TIME_OVER);

        assertThat(clock.instant()).isEqualTo(BEGINNING.plus(Duration.ofHours(3)));
        assertThat(crises.get(drill.crisisId()).state()).isEqualTo(Crisis.State.CANCELLED);
        assertThat(task(CrisisDrillModel.USER_REVIEW_SCORE_CARD)).isNotNull();
    }

    @Test
    void a_real_crisis_of_a_grave_level_cancels_drills() {
        ProcessInstance instance = starts("dataLeak", "announced", "newsroom");
        Drill drill = running();

        declared(Level.YELLOW);
        assertThat(running().id()).isEqualTo(drill.id());
        Crisis real = declared(Level.ORANGE);

        endedAt(instance, CrisisDrillModel.END_DRILL_CANCELLED);
        assertThat(drills.get(drill.id()).state()).isEqualTo(Drill.State.CANCELLED);
        assertThat(crises.get(drill.crisisId()).state()).isEqualTo(Crisis.State.CANCELLED);
        assertThat(texts(crises.get(drill.crisisId()))).anyMatch(text -> text.contains(real.id()));
        assertThat(crises.get(real.id()).open()).isTrue();
    }

    @Test
    void a_crisis_that_becomes_grave_cancels_drills_too() {
        ProcessInstance instance = starts("dataLeak", "announced", "newsroom");
        Crisis real = declared(Level.YELLOW);

        as("carla", () -> response.rate(real.id(), Level.RED, "It is worse than it seemed."));

        endedAt(instance, CrisisDrillModel.END_DRILL_CANCELLED);
    }

    @Test
    void no_drill_starts_while_a_grave_crisis_is_open_or_with_wrong_answers() {
        assertThatThrownBy(() -> starts("moonLanding", "announced", "")).hasMessageContaining("There is no script for");
        assertThatThrownBy(() -> starts("dataLeak", "announced", "nowhere")).hasMessageContaining("no account");
        assertThatThrownBy(() -> starts("dataLeak", "perhaps", "")).hasMessageContaining("is not one of");
        Crisis real = declared(Level.RED);

        assertThatThrownBy(() -> starts("dataLeak", "announced", ""))
                .hasMessageContaining(real.id() + " is open and needs the people");
        assertThat(drills.running()).isEmpty();
    }

    @Test
    void the_calendar_orders_a_drill_that_whoever_is_on_call_leads() {
        calendarIsDue(Instant.parse("2030-02-12T02:00:00Z"));

        Drill drill = running();
        assertThat(drill.scenario()).isEqualTo("dataLeak");
        assertThat(drill.level()).isEqualTo(Level.RED);
        assertThat(drill.leader()).isEqualTo("carla");
        assertThat(task(CrisisDrillModel.USER_OBSERVE_DRILL).getAssignee()).isEqualTo("carla");
        assertThat(scheduleEnd()).isEqualTo(DrillScheduleModel.END_DRILL_ORDERED);
        assertThat(nextLook()).isEqualTo(Instant.parse("2030-02-19T02:00:00Z"));
    }

    @Test
    void in_other_weeks_no_drill_is_planned() {
        calendarIsDue(Instant.parse("2030-03-05T02:00:00Z"));

        assertThat(drills.running()).isEmpty();
        assertThat(scheduleEnd()).isEqualTo(DrillScheduleModel.END_NO_DRILL_PLANNED);
    }

    private ProcessInstance starts(String scenario, String announcement, String accounts) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("scenario", scenario);
        answers.put("drillLevel", "orange");
        answers.put("announcement", announcement);
        answers.put("accounts", accounts);
        return starts("max", CrisisDrillModel.PROCESS, null, answers);
    }

    private Drill running() {
        assertThat(drills.running()).hasSize(1);
        return drills.running().get(0);
    }

    private Crisis declared(Level level) {
        return response.declare(new CrisisResponse.Declaration(
                "A real one",
                List.of(),
                "Topic " + UUID.randomUUID(),
                "other",
                level,
                List.of("The test says so."),
                Facts.UNKNOWN,
                null,
                Crisis.Mode.REAL,
                clock.instant()));
    }

    private List<String> texts(Crisis crisis) {
        return timeline.of(crisis.id()).stream().map(Timeline.Entry::text).toList();
    }

    /** The first gap gets an action, the others a reason for none. */
    private static List<GapAction> answersTo(ScoreCard score) {
        return score.gaps().stream()
                .map(gap -> gap.equals(score.gaps().get(0))
                        ? new GapAction(gap.key(), "Practise it", "petra", IN_A_MONTH, null)
                        : new GapAction(gap.key(), null, null, null, "It was a short drill."))
                .toList();
    }

    private List<Mail> mailsTo(String person, Drill drill, String kind) {
        return mails.newest(drill.crisisId(), null, 500).stream()
                .filter(mail -> mail.recipient().equals(person) && mail.kind().equals(kind))
                .toList();
    }

    private void calendarIsDue(Instant at) {
        managementService.setJobDuedate(look().getId(), Date.from(at));
        timerFires(DrillScheduleModel.START_CALENDAR_DUE);
    }

    private Instant nextLook() {
        return look().getDuedate().toInstant();
    }

    private Job look() {
        return managementService
                .createJobQuery()
                .activityId(DrillScheduleModel.START_CALENDAR_DUE)
                .singleResult();
    }

    private String scheduleEnd() {
        return endOf(historyService
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(DrillScheduleModel.PROCESS)
                .singleResult());
    }
}
