package io.watchdesk.oncall.process;

import static io.watchdesk.oncall.OnCallLab.ROTA;
import static io.watchdesk.oncall.OnCallLab.at;
import static io.watchdesk.oncall.process.OncallHandoverModel.END_NOTE_LEFT;
import static io.watchdesk.oncall.process.OncallHandoverModel.END_SHIFT_TAKEN_OVER;
import static io.watchdesk.oncall.process.OncallHandoverModel.END_TAKEOVER_CHASED;
import static io.watchdesk.oncall.process.OncallHandoverModel.PROCESS;
import static io.watchdesk.oncall.process.OncallHandoverModel.TIMER_TAKEOVER_LATE;
import static io.watchdesk.oncall.process.OncallHandoverModel.USER_CHASE_TAKEOVER;
import static io.watchdesk.oncall.process.OncallHandoverModel.USER_LEAVE_NOTE;
import static io.watchdesk.oncall.process.OncallHandoverModel.USER_TAKE_OVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.oncall.Handover;
import io.watchdesk.oncall.Handovers;
import io.watchdesk.oncall.Layer;
import io.watchdesk.oncall.OpenMatters;
import io.watchdesk.oncall.Rota;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Hands change at 11:00, when they do on no other rota, while something is open. */
class OncallHandoverTest extends OnCallStory {

    @Autowired
    private Handovers handovers;

    @Autowired
    private PlayedMatters matters;

    private String outgoing;
    private String incoming;

    @BeforeEach
    void the_last_look_before_hands_change() {
        Rota rota = rotas.get(ROTA);
        Layer layer = new Layer(
                List.of("nina", "noah", "nora"), 1, "FREQ=DAILY", LocalTime.of(11, 0), LocalDate.of(2026, 11, 1), null);
        rotas.save(new Rota(ROTA, "Lab", "max", rota.zone(), List.of(layer), rota.revision()));
        matters.open.add(new OpenMatters.Matter("CR-9", "数据泄露 at 3 a.m.", ROTA, "/desk/crises/CR-9"));
        theTimeIs(at("2026-12-02T10:59"));
        handovers.look();
        outgoing = who("2026-12-02T10:59").get(0);
        incoming = who("2026-12-02T11:00").get(0);
        theTimeIs(at("2026-12-02T11:00"));
    }

    @AfterEach
    void nothing_is_open() {
        matters.open.clear();
        matters.taken.clear();
    }

    @Test
    void the_incoming_person_takes_over_with_the_note_of_the_outgoing() {
        ProcessInstance handover = changed();

        assertThat(task(USER_TAKE_OVER).getAssignee()).isEqualTo(incoming);
        assertThat(task(USER_TAKE_OVER).getName()).isEqualTo("Take over: 数据泄露 at 3 a.m.");
        assertThat(task(USER_TAKE_OVER).getDueDate().toInstant()).isEqualTo(at("2026-12-02T11:15"));
        assertThat(task(USER_LEAVE_NOTE).getAssignee()).isEqualTo(outgoing);
        assertThatThrownBy(() -> completes(outgoing, USER_LEAVE_NOTE, answers("handoverNote", " ")))
                .hasMessageContaining("nothing new");
        completes(outgoing, USER_LEAVE_NOTE, answers("handoverNote", "Legal answers at ten."));
        passed(handover, END_NOTE_LEFT);
        completes(incoming, USER_TAKE_OVER, Map.of());

        endedAt(handover, END_SHIFT_TAKEN_OVER);
        Handover taken = handovers.get(handover.getBusinessKey());
        assertThat(taken.note()).isEqualTo("Legal answers at ten.");
        assertThat(taken.notedBy()).isEqualTo(outgoing);
        assertThat(taken.takenBy()).isEqualTo(incoming);
        assertThat(matters.taken).extracting(Handover::id).containsExactly(taken.id());
    }

    @Test
    void managers_hear_of_a_takeover_that_does_not_happen() {
        ProcessInstance handover = changed();

        timerFires(TIMER_TAKEOVER_LATE);
        completes("max", USER_CHASE_TAKEOVER, Map.of());

        passed(handover, END_TAKEOVER_CHASED);
        assertThat(clock.instant()).isEqualTo(at("2026-12-02T11:15"));
        completes(incoming, USER_TAKE_OVER, Map.of());
        endedAt(handover, END_SHIFT_TAKEN_OVER);
    }

    @Test
    void one_change_is_handed_over_once() {
        assertThat(handovers.look()).hasSize(1);

        assertThat(handovers.look()).isEmpty();
    }

    @Test
    void nothing_is_handed_over_while_nothing_is_open_on_this_rota() {
        matters.open.clear();
        matters.open.add(new OpenMatters.Matter("CR-8", "Elsewhere", "oncall-elsewhere", null));

        assertThat(handovers.look()).isEmpty();
    }

    @Test
    void a_stand_in_who_comes_in_the_middle_of_a_shift_takes_over_too() {
        handovers.look();
        String standIn = List.of("nina", "noah", "nora").stream()
                .filter(person -> !person.equals(incoming))
                .findFirst()
                .orElseThrow();
        as("max", () -> changes.standIn(ROTA, standIn, incoming, at("2026-12-02T12:00"), at("2026-12-02T13:00"), ""));
        theTimeIs(at("2026-12-02T12:00"));

        assertThat(handovers.look()).singleElement().satisfies(handover -> {
            assertThat(handover.incoming()).isEqualTo(standIn);
            assertThat(handover.outgoing()).containsExactly(incoming);
        });
    }

    @Test
    void where_nobody_was_on_call_nobody_is_asked_for_a_note() {
        as("max", () -> {
            Rota rota = rotas.get(ROTA);
            rotas.save(new Rota(ROTA, rota.name(), rota.owner(), rota.zone(), List.of(), rota.revision()));
        });
        handovers.look();
        as("max", () -> changes.standIn(ROTA, "nora", null, at("2026-12-02T12:00"), at("2026-12-02T13:00"), ""));
        theTimeIs(at("2026-12-02T12:30"));

        Handover handover = handovers.look().get(0);

        assertThat(handover.outgoing()).isEmpty();
        completes("nora", USER_TAKE_OVER, Map.of());
        assertThat(endOf(instanceOf(PROCESS, handover.id()))).isEqualTo(END_SHIFT_TAKEN_OVER);
    }

    private ProcessInstance changed() {
        Handover handover = handovers.look().get(0);
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(handover.id())
                .singleResult();
    }
}
