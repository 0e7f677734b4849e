package io.watchdesk.crisis.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdesk.crisis.Action;
import io.watchdesk.crisis.Actions;
import io.watchdesk.crisis.Actions.Agreement;
import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.CrisisFigures;
import io.watchdesk.crisis.Deadlines;
import io.watchdesk.crisis.Level;
import io.watchdesk.crisis.Milestone;
import io.watchdesk.crisis.Retrospectives;
import io.watchdesk.crisis.Retrospectives.Text;
import io.watchdesk.notification.Mail;
import io.watchdesk.notification.Mails;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After every crisis people write down what they learnt, and what they agree on is done. */
class CrisisRetrospectiveTest extends ClosingWorld {

    private static final String TASK = CrisisRetrospectiveModel.USER_HOLD_RETROSPECTIVE;
    private static final String ACTION = CrisisActionModel.USER_DO_ACTION;
    private static final LocalDate IN_A_MONTH = LocalDate.parse("2030-02-07");

    @Autowired
    private Retrospectives retrospectives;

    @Autowired
    private Actions actions;

    @Autowired
    private CrisisFigures figures;

    @Autowired
    private Mails mails;

    private Crisis crisis;

    @Test
    void a_complete_record_becomes_actions_that_their_owners_do() {
        ProcessInstance retrospective = begins(Level.RED);
        assertThat(task(TASK).getDueDate()).isEqualTo(BEGINNING.plus(Duration.ofDays(3)));
        saves(new Text(
                "The export was open to everybody.",
                "Tier 1 was there in four minutes.",
                "The statement was late.",
                List.of(
                        new Agreement("Close the export", "tess", IN_A_MONTH),
                        new Agreement("Practise statements", "petra", IN_A_MONTH)),
                ""));
        completes("petra", TASK, Map.of());

        endedAt(retrospective, CrisisRetrospectiveModel.END_RETROSPECTIVE_HELD);
        assertThat(response.at(crisis.id(), Milestone.RETROSPECTIVE_HELD)).isEqualTo(BEGINNING);
        assertThat(actions.ofCrisis(crisis.id()))
                .extracting(Action::owner, Action::state)
                .containsExactly(tuple("tess", Action.State.OPEN), tuple("petra", Action.State.OPEN));
        assertThat(openActions()).containsExactlyInAnyOrder("tess", "petra");
        isRefused(() -> saves(text("Too late")), "its record is not changed any more");
    }

    @Test
    void what_is_missing_is_named_and_the_task_stays_open() {
        begins(Level.ORANGE);
        assertThat(task(TASK).getDueDate()).isEqualTo(BEGINNING.plus(Duration.ofDays(7)));

        isIncomplete(new Text("", "", "", List.of(), ""), "write down the causes");
        isIncomplete(new Text("A", " ", "", List.of(), ""), "write down what went well");
        isIncomplete(new Text("A", "B", null, List.of(), ""), "write down what fell short");
        isIncomplete(new Text("A", "B", "C", List.of(), ""), "an action with owner and date, or why nothing");
        isIncomplete(with(new Agreement(" ", "tess", IN_A_MONTH)), "An action has no text");
        isIncomplete(with(new Agreement("Close it", "", IN_A_MONTH)), "\"Close it\" has no owner");
        isIncomplete(with(new Agreement("Close it", "nobody", IN_A_MONTH)), "Nobody with the id \"nobody\"");
        isIncomplete(with(new Agreement("Close it", "tess", null)), "\"Close it\" has no date");
        isIncomplete(
                with(new Agreement("Close it", "tess", LocalDate.parse("2030-01-01"))), "\"Close it\" is over already");
        assertThat(actions.ofCrisis(crisis.id())).isEmpty();
    }

    @Test
    void nothing_to_do_needs_a_reason() {
        ProcessInstance retrospective = begins(Level.YELLOW);
        assertThat(task(TASK).getDueDate()).isEqualTo(BEGINNING.plus(Duration.ofDays(14)));
        saves(new Text("A", "B", "C", List.of(), "It was a rumour."));
        completes("carla", TASK, Map.of());

        endedAt(retrospective, CrisisRetrospectiveModel.END_RETROSPECTIVE_HELD);
        assertThat(openActions()).isEmpty();
    }

    @Test
    void it_is_reminded_of_and_then_managers_are_told_until_it_is_held() {
        begins(Level.RED);
        timerFires(CrisisRetrospectiveModel.TIMER_REMINDER_DUE);
        assertThat(clock.instant()).isEqualTo(BEGINNING.plus(Duration.ofHours(36)));
        assertThat(mailsTo("petra", "TaskReminder")).hasSize(1);
        timerFires(CrisisRetrospectiveModel.TIMER_REMINDER_DUE);
        assertThat(clock.instant()).isEqualTo(BEGINNING.plus(Duration.ofHours(60)));

        timerFires(CrisisRetrospectiveModel.TIMER_RETROSPECTIVE_OVERDUE);
        assertThat(clock.instant()).isEqualTo(BEGINNING.plus(Duration.ofDays(3)));
        assertThat(mailsTo("max", "TaskEscalated")).hasSize(1);
        timerFires(CrisisRetrospectiveModel.TIMER_RETROSPECTIVE_OVERDUE);
        assertThat(mailsTo("max", "TaskEscalated")).hasSize(2);
        assertThat(task(TASK)).isNotNull();
    }

    @Test
    void an_action_is_done_when_evidence_shows_it() {
        ProcessInstance action = agreed("tess");

        isRefused(() -> completes("tess", ACTION, answers("done", " ", null, null)), "Say what shows that it is done.");
        isRefused(() -> completes("tess", ACTION, Map.of()), "Say what became of the action.");
        completes("tess", ACTION, answers("done", "Change 4711 is live.", null, null));

        endedAt(action, CrisisActionModel.END_ACTION_DONE);
        assertThat(only().outcome()).isEqualTo("Change 4711 is live.");
        assertThat(only().state()).isEqualTo(Action.State.DONE);
        assertThat(only().endedBy()).isEqualTo("tess");
    }

    @Test
    void an_action_can_be_handed_over_with_a_reason() {
        agreed("tess");

        isRefused(() -> completes("tess", ACTION, answers("handOver", null, "Busy", null)), "Say who does it");
        isRefused(() -> completes("tess", ACTION, answers("handOver", null, "", "peng")), "Say why it is handed over");
        isRefused(() -> completes("tess", ACTION, answers("handOver", null, "Busy", "nobody")), "Nobody with the id");
        isRefused(() -> completes("tess", ACTION, answers("handOver", null, "Busy", "tess")), "has it already");
        completes("tess", ACTION, answers("handOver", null, "It is a matter of words.", "peng"));

        assertThat(task(ACTION).getAssignee()).isEqualTo("peng");
        assertThat(taskService.getVariable(task(ACTION).getId(), "newOwner")).isNull();
        assertThat(only().owner()).isEqualTo("peng");
        assertThat(timeline.of(crisis.id()))
                .extracting(entry -> entry.text())
                .anyMatch(text -> text.contains("goes from Tess to Peng: It is a matter of words."));
    }

    @Test
    void only_a_manager_drops_an_action() {
        ProcessInstance action = agreed("tess");

        isRefused(() -> completes("tess", ACTION, answers("drop", null, "No time", null)), "Only managers drop");
        taskService.setAssignee(task(ACTION).getId(), null);
        isRefused(() -> completes("max", ACTION, answers("drop", null, "", null)), "Say why it is dropped");
        completes("max", ACTION, answers("drop", null, "The export was switched off.", null));

        endedAt(action, CrisisActionModel.END_ACTION_DROPPED);
        assertThat(only().state()).isEqualTo(Action.State.DROPPED);
    }

    @Test
    void an_action_is_reminded_of_and_chased_until_it_is_done() {
        agreed("tess");
        Instant due = only().dueAt();
        timerFires(CrisisActionModel.TIMER_REMINDER_DUE);
        assertThat(clock.instant()).isBetween(BEGINNING.plus(Duration.ofDays(15)), BEGINNING.plus(Duration.ofDays(17)));
        assertThat(mailsTo("tess", "TaskReminder")).hasSize(1);

        timerFires(CrisisActionModel.TIMER_ACTION_OVERDUE);
        assertThat(clock.instant()).isEqualTo(due);
        timerFires(CrisisActionModel.TIMER_ACTION_OVERDUE);
        assertThat(clock.instant()).isEqualTo(due.plus(Duration.ofHours(72)));
        assertThat(mailsTo("max", "TaskEscalated")).hasSize(2);
        assertThat(mailsTo("tess", "TaskEscalated")).hasSize(2);
        assertThat(task(ACTION)).isNotNull();
    }

    @Test
    void figures_count_from_the_first_sighting_and_say_which_deadlines_were_met() {
        crisis = declared(Level.RED, Crisis.Mode.REAL);
        timePasses(Duration.ofMinutes(10));
        response.reached(crisis.id(), Milestone.TRIAGED);
        timePasses(Duration.ofMinutes(20));
        response.reached(crisis.id(), Milestone.COMMAND_ASSEMBLED);

        CrisisFigures.Figures all = figures.of(crisis.id());

        assertThat(all.milestones())
                .filteredOn(each -> each.milestone() == Milestone.TRIAGED)
                .extracting(CrisisFigures.Reached::seconds)
                .containsExactly(600L);
        assertThat(all.deadlines())
                .extracting(CrisisFigures.Clocked::deadline, CrisisFigures.Clocked::standing)
                .contains(
                        tuple(Deadlines.Deadline.TRIAGE, CrisisFigures.Standing.HIT),
                        tuple(Deadlines.Deadline.COMMAND, CrisisFigures.Standing.MISSED),
                        tuple(Deadlines.Deadline.FULL_STATEMENT, CrisisFigures.Standing.RUNNING),
                        tuple(Deadlines.Deadline.RETROSPECTIVE, CrisisFigures.Standing.RUNNING));
        assertThat(all.hitPercent()).isEqualTo(50);
    }

    private ProcessInstance begins(Level level) {
        crisis = declared(level, Crisis.Mode.REAL);
        return starts(
                CrisisRetrospectiveModel.PROCESS,
                crisis.id(),
                Map.of("crisisId", crisis.id(), "crisisTitle", crisis.title()));
    }

    private ProcessInstance agreed(String owner) {
        crisis = declared(Level.RED, Crisis.Mode.REAL);
        actions.agree(
                crisis.id(),
                Action.Origin.RETROSPECTIVE,
                List.of(new Agreement("Close the export", owner, IN_A_MONTH)));
        actions.follow(crisis.id());
        actions.follow(crisis.id());
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(CrisisActionModel.PROCESS)
                .singleResult();
    }

    private Action only() {
        return actions.ofCrisis(crisis.id()).get(0);
    }

    private List<String> openActions() {
        return taskService.createTaskQuery().taskDefinitionKey(ACTION).list().stream()
                .map(task -> task.getAssignee())
                .toList();
    }

    private static Map<String, Object> answers(String verdict, String evidence, String reason, String newOwner) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("actionVerdict", verdict);
        answers.put("evidence", evidence);
        answers.put("actionReason", reason);
        answers.put("newOwner", newOwner);
        return answers;
    }

    private static Text text(String causes) {
        return new Text(causes, "B", "C", List.of(), "");
    }

    private static Text with(Agreement agreement) {
        return new Text("A", "B", "C", List.of(agreement), "");
    }

    private void saves(Text text) {
        as("petra", () -> retrospectives.save(crisis.id(), text));
    }

    private void isIncomplete(Text text, String sentence) {
        saves(text);
        isRefused(() -> completes("petra", TASK, Map.of()), sentence);
        assertThat(task(TASK)).isNotNull();
    }

    private List<Mail> mailsTo(String person, String kind) {
        return mails.newest(crisis.id(), null, 500).stream()
                .filter(mail -> mail.recipient().equals(person) && mail.kind().equals(kind))
                .toList();
    }
}
