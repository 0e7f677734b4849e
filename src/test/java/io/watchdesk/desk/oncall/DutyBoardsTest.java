package io.watchdesk.desk.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.desk.oncall.DutyBoard.RotaBoard;
import io.watchdesk.desk.oncall.DutyBoard.Shift;
import io.watchdesk.escalation.LadderSheets;
import io.watchdesk.oncall.Changes;
import io.watchdesk.oncall.OnCall;
import io.watchdesk.oncall.SwapProcess;
import io.watchdesk.platform.Refused;
import io.watchdesk.testing.ProcessSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page On call is told, and that swaps made there are those of the process. */
class DutyBoardsTest extends ProcessSpecification {

    private static final Instant START = Instant.parse("2032-06-07T04:00:00Z");
    private static final String ROTA = "oncall-tier-1";

    @Autowired
    private DutyBoards boards;

    @Autowired
    private SwapProcess swaps;

    @Autowired
    private LadderSheets ladders;

    @Autowired
    private OnCall onCall;

    @Autowired
    private Changes changes;

    @BeforeEach
    void a_week_of_its_own() {
        theTimeIs(START);
    }

    @Test
    void the_board_says_who_is_on_call_who_is_next_and_what_is_missing() {
        RotaBoard seen = board("max");

        assertThat(seen.now()).hasSize(1);
        assertThat(seen.now().get(0).shift().person().id()).isEqualTo(now());
        assertThat(seen.now().get(0).ways()).isEqualTo(1);
        assertThat(seen.next()).isNotEmpty();
        assertThat(seen.next().get(0).from()).isAfter(clock.instant());
        assertThat(seen.percent()).isEqualTo(100);
        assertThat(seen.keeper()).isTrue();
        assertThat(seen.member()).isFalse();
        assertThat(board("olga").keeper()).isFalse();
        assertThat(board("olga").member()).isTrue();

        Instant from = START.plus(Duration.ofDays(2));
        List<String> away = List.of(
                changes.absence("olga", from, from.plus(Duration.ofHours(3)), "On leave.")
                        .id(),
                changes.absence("otto", from, from.plus(Duration.ofHours(3)), "On leave.")
                        .id());
        try {
            RotaBoard gap = board("max");
            assertThat(gap.percent()).isLessThan(100);
            assertThat(gap.wrong())
                    .anyMatch(wrong -> wrong.gap() && wrong.from().equals(from));
            assertThat(as("max", () -> boards.now()).rotas().get(0).id())
                    .as("the worst covered first")
                    .isEqualTo(ROTA);
            assertThat(as("max", () -> boards.now())
                            .by(List.of("oncall-command", "oncall-tier-2"))
                            .rotas())
                    .extracting(RotaBoard::id)
                    .as("as the ladder climbs them")
                    .startsWith("oncall-command", "oncall-tier-2", ROTA);
            assertThat(ladders.rotas()).startsWith(ROTA, "oncall-tier-2");
        } finally {
            away.forEach(changes::cancelAbsence);
        }
    }

    @Test
    void a_shift_is_offered_and_taken_by_the_process_and_by_its_rules() {
        String mine = now();
        String other = mine.equals("olga") ? "otto" : "olga";
        Shift shift = as(mine, () -> boards.now()).mine().stream()
                .map(DutyBoard.OwnShift::shift)
                .filter(each -> each.rota().equals(ROTA) && each.from().isAfter(clock.instant()))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> as(other, () -> swaps.offer(ROTA, shift.from(), shift.until(), null)))
                .as("somebody else's shift")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as("wei", () -> swaps.offer(ROTA, shift.from(), shift.until(), null)))
                .isInstanceOf(Refused.class)
                .hasMessage("Only people on call offer shifts.");
        String offer = as(mine, () -> swaps.offer(ROTA, shift.from(), shift.until(), "<b>Wedding</b> 婚礼"));
        assertThat(board(mine).offers()).anyMatch(each -> each.id().equals(offer) && each.own());
        assertThat(as(mine, () -> boards.now()).mine())
                .as("offered once is enough")
                .filteredOn(DutyBoard.OwnShift::offered)
                .extracting(DutyBoard.OwnShift::shift)
                .containsExactly(shift);
        assertThat(board(other).offers()).anyMatch(each -> each.id().equals(offer) && !each.own());
        assertThatThrownBy(() -> as("petra", () -> swaps.accept(offer)))
                .as("of another rota")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as(mine, () -> swaps.accept(offer))).hasMessageContaining("cannot take your own");

        as(other, () -> swaps.accept(offer));

        assertThat(onCall.at(ROTA, shift.from().plusSeconds(60)))
                .extracting(OnCall.Duty::person)
                .containsExactly(other);
        assertThat(board(mine).offers()).isEmpty();
        assertThat(board(mine).standIns()).anyMatch(each -> each.person().id().equals(other));
        assertThatThrownBy(() -> as(other, () -> swaps.accept(offer))).isInstanceOf(Refused.class);
    }

    private String now() {
        return onCall.at(ROTA, clock.instant()).get(0).person();
    }

    private RotaBoard board(String person) {
        return as(person, () -> boards.now()).rotas().stream()
                .filter(rota -> rota.id().equals(ROTA))
                .findFirst()
                .orElseThrow();
    }
}
