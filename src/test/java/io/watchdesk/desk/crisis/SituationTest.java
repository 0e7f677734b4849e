package io.watchdesk.desk.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.crisis.Crises;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisResponse;
import io.watchdesk.crisis.CrisisResponse.Declaration;
import io.watchdesk.crisis.Facts;
import io.watchdesk.crisis.Level;
import io.watchdesk.escalation.Ladder;
import io.watchdesk.escalation.TakingByHand;
import io.watchdesk.oncall.OnCall;
import io.watchdesk.platform.Refused;
import io.watchdesk.testing.ProcessSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the page of a crisis is told, and that taking and climbing there follow the rules of the tasks. */
class SituationTest extends ProcessSpecification {

    private static final Instant START = Instant.parse("2031-03-05T04:00:00Z");
    private static final String OPEN_LADDER = "ServiceTask_OpenLadder";

    @Autowired
    private Situations situations;

    @Autowired
    private CrisisLines lines;

    @Autowired
    private CrisisResponse response;

    @Autowired
    private Crises crises;

    @Autowired
    private Ladder ladder;

    @Autowired
    private TakingByHand taking;

    @Autowired
    private OnCall onCall;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void a_morning() {
        theTimeIs(START);
    }

    @Test
    void what_burns_whose_turn_how_long_and_what_is_held_are_told_at_once() {
        String id = declared(Level.ORANGE);
        jobRuns(OPEN_LADDER);
        jobsRun();
        signal(id, START.minus(Duration.ofMinutes(50)));
        signal(id, START.minus(Duration.ofMinutes(49)));
        signal(id, START.minus(Duration.ofMinutes(5)));

        Situation seen = as(operator(), () -> situations.of(id, false));

        assertThat(seen.level()).isEqualTo("orange");
        assertThat(seen.accounts()).containsExactly("Newsroom");
        assertThat(seen.holder()).isNull();
        assertThat(seen.turn()).isNotEmpty();
        assertThat(seen.clocks())
                .extracting(Situation.ClockLine::clock)
                .contains("acknowledgement", "triage", "command", "holdingStatement", "fullStatement", "internalUpdate")
                .doesNotContain("reconfirmation", "publicUpdate");
        assertThat(seen.clocks()).isSortedAccordingTo(java.util.Comparator.comparing(Situation.ClockLine::due));
        assertThat(seen.held().demand()).isEqualTo("placed");
        assertThat(seen.held().holding()).isTrue();
        assertThat(seen.signals()).isEqualTo(3);
        assertThat(seen.bars().stream().mapToLong(Situation.SignalBar::signals).max())
                .hasValue(2);
        assertThat(seen.entries().get(0).entry().number())
                .as("newest first")
                .isGreaterThan(
                        seen.entries().get(seen.entries().size() - 1).entry().number());
        assertThat(seen.may().acknowledge()).isTrue();
        assertThat(seen.may().climb())
                .as("tier 1 is called, the timer of tier 2 stands still here")
                .containsExactly(2, 3, 4);
    }

    @Test
    void managers_see_without_acting_and_others_do_not_see() {
        String id = declared(Level.YELLOW);
        jobRuns(OPEN_LADDER);
        jobsRun();

        Situation seen = as("max", () -> situations.of(id, false));
        assertThat(seen.may().acknowledge()).isFalse();
        assertThat(seen.may().climb()).isEmpty();
        assertThatThrownBy(() -> as("wei", () -> situations.of(id, false))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as("olga", () -> situations.of("CR-1", false))).isInstanceOf(Refused.class);
        assertThat(as("prue", () -> situations.of(id, false)).may().acknowledge())
                .as("the command centre is not called yet")
                .isFalse();
    }

    @Test
    void only_who_is_offered_the_task_takes_it_and_the_second_reads_who_was_first() {
        String id = declared(Level.YELLOW);
        assertThatThrownBy(() -> as(operator(), () -> taking.take(id)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not open yet");
        jobRuns(OPEN_LADDER);
        jobsRun();

        for (String other : List.of("max", "carla", "wei")) {
            assertThatThrownBy(() -> as(other, () -> taking.take(id)))
                    .as(other)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("not offered to you: tier 1");
        }
        assertThat(crises.get(id).holder()).isNull();
        as(operator(), () -> taking.take(id));
        assertThat(crises.get(id).holder()).isEqualTo(operator());
        as(operator(), () -> taking.take(id));
        String second = operator().equals("olga") ? "otto" : "olga";
        assertThatThrownBy(() -> as(second, () -> taking.take(id)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("was first");
        jobsRun();
        assertThat(taskService
                        .createTaskQuery()
                        .processDefinitionKey("crisis-escalation")
                        .count())
                .as("the ladder is at rest")
                .isZero();
        Situation seen = as(operator(), () -> situations.of(id, false));
        assertThat(seen.turn()).isEmpty();
        assertThat(seen.clocks()).extracting(Situation.ClockLine::clock).contains("reconfirmation");
        response.falseAlarm(id, "The story is over.");
        assertThatThrownBy(() -> as(second, () -> taking.take(id)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is over");
        assertThat(as(second, () -> situations.of(id, false)).clocks()).isEmpty();
    }

    @Test
    void the_list_shows_first_what_nobody_has_and_then_what_is_graver() {
        String yellow = declared(Level.YELLOW);
        String red = declared(Level.RED);
        response.acknowledge(red, "olga", "by test");
        String orange = declared(Level.ORANGE);

        List<String> open = lines.open().stream()
                .map(CrisisLine::id)
                .filter(List.of(yellow, red, orange)::contains)
                .toList();
        assertThat(open).containsExactly(orange, yellow, red);
        CrisisLine line = lines.open().stream()
                .filter(each -> each.id().equals(red))
                .findFirst()
                .orElseThrow();
        assertThat(line.holder()).isEqualTo("Olga");
        assertThat(line.accounts()).containsExactly("Newsroom");
        response.falseAlarm(yellow, "The story is over.");
        assertThat(lines.open()).extracting(CrisisLine::id).doesNotContain(yellow);
        assertThat(lines.past(0)).extracting(CrisisLine::id).contains(yellow);
        assertThat(lines.past(1000)).isEmpty();
    }

    @Test
    void the_time_line_comes_in_parts_and_its_whole_on_demand() {
        String id = declared(Level.BLUE);
        for (int number = 0; number < 40; number++) {
            jdbc.sql("insert into crisis_timeline (id, crisis_id, at, kind, actor, activity, text)"
                            + " values (nextval('crisis_timeline_number'), ?, current_timestamp, 'crisis.noted', 'olga',"
                            + " true, 'Entry')")
                    .param(id)
                    .update();
        }
        Situation part = as("max", () -> situations.of(id, false));
        assertThat(part.entries()).hasSize(30);
        assertThat(part.more()).isTrue();
        assertThat(part.entries().get(0).by()).isEqualTo("Olga");
        Situation whole = as("max", () -> situations.of(id, true));
        assertThat(whole.entries()).hasSizeGreaterThan(40);
        assertThat(whole.more()).isFalse();
    }

    private String operator() {
        return onCall.at("oncall-tier-1", clock.instant()).get(0).person();
    }

    private String declared(Level level) {
        return response.declare(new Declaration(
                        "刹车失灵 <b>Brakes</b>",
                        List.of("newsroom"),
                        UUID.randomUUID().toString(),
                        "complaintSurge",
                        level,
                        List.of("The test says so."),
                        Facts.UNKNOWN,
                        null,
                        Crisis.Mode.REAL,
                        START))
                .id();
    }

    private void signal(String crisisId, Instant seen) {
        String id = UUID.randomUUID().toString().substring(0, 18);
        jdbc.sql("""
                        insert into signal (id, source, event_id, title, full_text, facts, occurred_at, received_at, state,
                            crisis_id, assessment_started_at, assessment_attempts)
                        values (?, 'test', ?, 'Title', 'Text', '{}', ?, ?, 'IN_CRISIS', ?, ?, 1)
                        """)
                .params(
                        id,
                        id,
                        seen.atOffset(java.time.ZoneOffset.UTC),
                        seen.atOffset(java.time.ZoneOffset.UTC),
                        crisisId,
                        seen.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }
}
