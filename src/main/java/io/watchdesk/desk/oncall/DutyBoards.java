package io.watchdesk.desk.oncall;

import io.watchdesk.desk.oncall.DutyBoard.Offer;
import io.watchdesk.desk.oncall.DutyBoard.OnDuty;
import io.watchdesk.desk.oncall.DutyBoard.OwnShift;
import io.watchdesk.desk.oncall.DutyBoard.Person;
import io.watchdesk.desk.oncall.DutyBoard.RotaBoard;
import io.watchdesk.desk.oncall.DutyBoard.Shift;
import io.watchdesk.desk.oncall.DutyBoard.StandInLine;
import io.watchdesk.desk.oncall.DutyBoard.Wrong;
import io.watchdesk.oncall.Changes;
import io.watchdesk.oncall.Contacts;
import io.watchdesk.oncall.Coverage;
import io.watchdesk.oncall.Duties;
import io.watchdesk.oncall.Finding;
import io.watchdesk.oncall.OnCall;
import io.watchdesk.oncall.Rota;
import io.watchdesk.oncall.Rotas;
import io.watchdesk.oncall.Swaps;
import io.watchdesk.platform.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together who answers now and next on every rota, what is missing, and how people are reached. */
@Component
@Transactional(readOnly = true)
public class DutyBoards {

    private static final Duration AHEAD = Duration.ofDays(14);
    private static final Duration MINE = Duration.ofDays(28);
    private static final int NEXT = 4;

    private final Rotas rotas;
    private final OnCall onCall;
    private final Duties duties;
    private final Coverage coverage;
    private final Contacts contacts;
    private final Swaps swaps;
    private final Changes changes;
    private final People people;
    private final JdbcClient jdbc;
    private final Clock clock;

    DutyBoards(
            Rotas rotas,
            OnCall onCall,
            Duties duties,
            Coverage coverage,
            Contacts contacts,
            Swaps swaps,
            Changes changes,
            People people,
            JdbcClient jdbc,
            Clock clock) {
        this.rotas = rotas;
        this.onCall = onCall;
        this.duties = duties;
        this.coverage = coverage;
        this.contacts = contacts;
        this.swaps = swaps;
        this.changes = changes;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The board as it stands now, for the current person. */
    public DutyBoard now() {
        Instant now = clock.instant();
        List<RotaBoard> boards = coverage.ahead().stream()
                .map(ahead -> board(rotas.get(ahead.rota()), ahead, now))
                .toList();
        List<Offer> offered = boards.stream()
                .flatMap(board -> board.offers().stream())
                .filter(Offer::own)
                .toList();
        return new DutyBoard(
                boards,
                duties.ofPerson(people.actor(), now, now.plus(MINE)).stream()
                        .map(this::shift)
                        .map(shift -> new OwnShift(shift, offered.stream().anyMatch(offer -> offer.covers(shift))))
                        .toList());
    }

    private RotaBoard board(Rota rota, Coverage.Ahead ahead, Instant now) {
        List<Person> candidates = rotas.candidates(rota.id()).stream()
                .map(person -> new Person(person.id(), person.displayName()))
                .toList();
        String me = people.actor();
        boolean keeper = rotas.mayChange(rota.id());
        return new RotaBoard(
                rota.id(),
                rota.name(),
                rota.zone().getId(),
                keeper,
                candidates.stream().anyMatch(person -> person.id().equals(me)),
                onCall.at(rota.id(), now).stream().map(this::onDuty).toList(),
                duties.of(rota.id(), now, now.plus(AHEAD)).stream()
                        .filter(duty -> duty.from().isAfter(now))
                        .limit(NEXT)
                        .map(this::shift)
                        .toList(),
                ahead.percent(),
                ahead.wrong().stream()
                        .map(finding -> new Wrong(
                                finding.kind() == Finding.Kind.GAP,
                                finding.detail(),
                                finding.from().isBefore(now) ? now : finding.from(),
                                finding.until()))
                        .toList(),
                candidates,
                swaps.open(rota.id()).stream()
                        .filter(swap -> swap.expiresAt().isAfter(now))
                        .map(swap -> new Offer(
                                swap.id(),
                                rota.id(),
                                person(swap.offeredBy()),
                                swap.from(),
                                swap.until(),
                                swap.expiresAt(),
                                swap.note(),
                                swap.offeredBy().equals(me)))
                        .toList(),
                changes.standIns(rota.id()).stream()
                        .map(standIn -> new StandInLine(
                                standIn.id(),
                                person(standIn.person()),
                                standIn.replaces() == null ? null : person(standIn.replaces()),
                                standIn.from(),
                                standIn.until(),
                                keeper || me.equals(standIn.person()) || me.equals(standIn.madeBy())))
                        .toList());
    }

    private OnDuty onDuty(OnCall.Duty duty) {
        return new OnDuty(shift(duty), contacts.of(duty.person()).size(), reachedAt(duty.person()));
    }

    private Instant reachedAt(String person) {
        OffsetDateTime at = jdbc.sql(
                        "select max(ended_at) from crisis_page_attempt where person = ? and outcome = 'delivered'")
                .param(person)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .get(0);
        return at == null ? null : at.toInstant();
    }

    private Shift shift(OnCall.Duty duty) {
        Rota rota = rotas.get(duty.rota());
        return new Shift(rota.id(), rota.name(), rota.zone().getId(), person(duty.person()), duty.from(), duty.until());
    }

    private Person person(String id) {
        return new Person(id, people.displayName(id));
    }
}
