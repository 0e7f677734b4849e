package io.watchdesk.oncall.process;

import static io.watchdesk.oncall.OnCallLab.ROTA;
import static io.watchdesk.oncall.OnCallLab.at;
import static io.watchdesk.oncall.process.OncallSwapModel.END_SWAP_ACCEPTED;
import static io.watchdesk.oncall.process.OncallSwapModel.END_SWAP_EXPIRED;
import static io.watchdesk.oncall.process.OncallSwapModel.END_SWAP_WITHDRAWN;
import static io.watchdesk.oncall.process.OncallSwapModel.PROCESS;
import static io.watchdesk.oncall.process.OncallSwapModel.SERVICE_EXPIRE_SWAP;
import static io.watchdesk.oncall.process.OncallSwapModel.TIMER_SWAP_EXPIRED;
import static io.watchdesk.oncall.process.OncallSwapModel.USER_ACCEPT_SWAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.oncall.OnCall;
import io.watchdesk.oncall.Swap;
import io.watchdesk.oncall.Swaps;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody offers the shift of 3 December, and colleagues answer. */
class OncallSwapTest extends OnCallStory {

    @Autowired
    private Swaps swaps;

    @Autowired
    private JdbcClient jdbc;

    private OnCall.Duty shift;
    private String owner;
    private String colleague;

    @BeforeEach
    void whose_shift_it_is() {
        shift = onCall.at(ROTA, at("2026-12-03T12:00")).get(0);
        owner = shift.person();
        colleague = List.of("nina", "noah", "nora").stream()
                .filter(person -> !person.equals(owner))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_first_colleague_who_accepts_takes_the_shift() {
        ProcessInstance offer = offered("");
        Task task = task(USER_ACCEPT_SWAP);

        assertThat(task.getName())
                .startsWith("Accept swap: " + people.displayName(owner) + "'s shift from Thu 3 Dec 2026, 09:00");
        assertThat(task.getDueDate().toInstant()).isEqualTo(shift.from());
        completes(colleague, USER_ACCEPT_SWAP, Map.of());

        endedAt(offer, END_SWAP_ACCEPTED);
        assertThat(who("2026-12-03T09:00")).containsExactly(colleague);
        assertThat(who("2026-12-04T08:59")).containsExactly(colleague);
        assertThat(swaps.get(offer.getBusinessKey()).state()).isEqualTo(Swap.State.TAKEN);
        assertThat(swaps.get(offer.getBusinessKey()).takenBy()).isEqualTo(colleague);
        assertThat(told(offer)).singleElement().asString().startsWith("Your offer of a shift");
    }

    @Test
    void nobody_takes_their_own_shift() {
        offered("");

        assertThatThrownBy(() -> completes(owner, USER_ACCEPT_SWAP, Map.of()))
                .hasMessageContaining("cannot take your own");

        assertThat(who("2026-12-03T12:00")).containsExactly(owner);
    }

    @Test
    void what_nobody_accepts_in_time_stays_where_it_was() {
        ProcessInstance offer = offered("2026-12-02T20:00");

        timerFires(TIMER_SWAP_EXPIRED);

        passed(offer, SERVICE_EXPIRE_SWAP);
        endedAt(offer, END_SWAP_EXPIRED);
        assertThat(clock.instant()).isEqualTo(at("2026-12-02T20:00"));
        assertThat(swaps.get(offer.getBusinessKey()).state()).isEqualTo(Swap.State.EXPIRED);
        assertThat(told(offer)).hasSize(1);
        assertThat(who("2026-12-03T12:00")).containsExactly(owner);
    }

    @Test
    void an_offer_can_be_withdrawn_by_whoever_made_it() {
        ProcessInstance offer = offered("");

        assertThatThrownBy(() -> as(colleague, () -> swaps.withdraw(offer.getBusinessKey())))
                .hasMessageContaining("Only the owner");
        as(owner, () -> swaps.withdraw(offer.getBusinessKey()));

        endedAt(offer, END_SWAP_WITHDRAWN);
        assertThat(swaps.open(ROTA)).isEmpty();
        assertThatThrownBy(() -> as(owner, () -> swaps.withdraw(offer.getBusinessKey())))
                .hasMessageContaining("over already");
    }

    @Test
    void a_shift_that_has_gone_to_somebody_else_cannot_be_taken() {
        offered("");
        as("max", () -> changes.standIn(ROTA, third(), owner, shift.from(), shift.until(), "Max wants it so."));

        assertThatThrownBy(() -> completes(colleague, USER_ACCEPT_SWAP, Map.of()))
                .hasMessageContaining("is replaced");
    }

    @Test
    void only_a_shift_of_ones_own_can_be_offered_and_only_once() {
        String from = shift.from().toString();
        String until = shift.until().toString();

        refused(colleague, from, until, "", "You are not on call");
        refused(owner, "", until, "", "coming shifts");
        refused(owner, "2026-11-02T09:00", "2026-11-03T09:00", "", "coming shifts");
        refused(owner, from, until, "2026-11-30T09:00", "in the future");
        offered("");
        refused(owner, from, until, "", "offer this shift already");
    }

    private String third() {
        return List.of("nina", "noah", "nora").stream()
                .filter(person -> !person.equals(owner) && !person.equals(colleague))
                .findFirst()
                .orElseThrow();
    }

    private ProcessInstance offered(String until) {
        return offer(owner, shift.from().toString(), shift.until().toString(), until);
    }

    private void refused(String person, String from, String until, String offerUntil, String words) {
        assertThatThrownBy(() -> offer(person, from, until, offerUntil)).hasMessageContaining(words);
    }

    private ProcessInstance offer(String person, String from, String until, String offerUntil) {
        ProcessInstance instance = starts(
                person,
                PROCESS,
                null,
                answers(
                        "rotaId", ROTA,
                        "shiftFrom", from,
                        "shiftUntil", until,
                        "offerUntil", offerUntil,
                        "swapNote", "A birthday."));
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    /** What the person who offered was told of it. */
    private List<String> told(ProcessInstance offer) {
        return jdbc.sql("select subject from mail where recipient = ? and piece_id = ?")
                .params(owner, offer.getBusinessKey())
                .query(String.class)
                .list();
    }
}
