package io.watchdesk.oncall;

import io.watchdesk.audit.AuditLog;
import io.watchdesk.platform.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shifts offered to colleagues, in the caller's transaction. Until one accepts, the shift stays where it is. */
@Component
@Transactional
public class Swaps {

    private final JdbcClient jdbc;
    private final RotaTable rotas;
    private final Rosters rosters;
    private final Changes changes;
    private final RotaRights rights;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Swaps(
            JdbcClient jdbc,
            RotaTable rotas,
            Rosters rosters,
            Changes changes,
            RotaRights rights,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rotas = rotas;
        this.rosters = rosters;
        this.changes = changes;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The current person offers a shift of their own, or a part of it.
     *
     * @param expiresAt when the offer ends, or null for when the shift begins or, where it runs already, ends
     * @throws Refused when it is not their shift, or is offered already
     */
    public Swap offer(String rota, Instant from, Instant until, String note, Instant expiresAt) {
        Rota locked = rotas.lock(rota);
        if (from == null || until == null || !from.isBefore(until) || !until.isAfter(clock.instant())) {
            throw new Refused("Choose one of your coming shifts.");
        }
        String person = rights.actor();
        boolean own = rosters.of(locked, from).between(from, until).stream()
                .filter(duty -> duty.person().equals(person))
                .anyMatch(duty -> duty.from().equals(from));
        if (!own) {
            throw new Refused(
                    "You are not on call on %s at %s.".formatted(locked.name(), Changes.shown(from, locked.zone())));
        }
        boolean offered = open(rota).stream()
                .anyMatch(each ->
                        each.offeredBy().equals(person) && each.from().isBefore(until) && from.isBefore(each.until()));
        if (offered) {
            throw new Refused("You offer this shift already.");
        }
        Instant latest = from.isAfter(clock.instant()) ? from : until;
        Instant expires = expiresAt == null || expiresAt.isAfter(latest) ? latest : expiresAt;
        if (!expires.isAfter(clock.instant())) {
            throw new Refused("The offer must end in the future.");
        }
        String id = "SW-"
                + jdbc.sql("select nextval('oncall_swap_number')")
                        .query(Long.class)
                        .single();
        jdbc.sql("""
                        insert into oncall_swap
                        (id, rota, offered_by, starts_at, ends_at, note, expires_at, state, offered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        rota,
                        person,
                        RotaTable.utc(from),
                        RotaTable.utc(until),
                        Changes.text(note),
                        RotaTable.utc(expires),
                        Swap.State.OPEN.name(),
                        RotaTable.utc(clock.instant()))
                .update();
        Swap swap = get(id);
        audit.record("oncall.swapOffered", id, null, swap);
        return swap;
    }

    /** The current person takes an offered shift; the first wins, and nobody takes their own. */
    public Swap accept(String id) {
        Rota locked = rotas.lock(get(id).rota());
        Swap swap = get(id);
        if (swap.state() != Swap.State.OPEN || !swap.expiresAt().isAfter(clock.instant())) {
            throw new Refused("This offer is over%s."
                    .formatted(swap.takenBy() == null ? "" : ": " + rights.name(swap.takenBy()) + " took the shift"));
        }
        String person = rights.actor();
        if (person.equals(swap.offeredBy())) {
            throw new Refused("You cannot take your own shift. Withdraw the offer to keep it.");
        }
        Instant from = swap.from().isBefore(clock.instant()) ? clock.instant() : swap.from();
        changes.agreed(locked, person, swap.offeredBy(), from, swap.until(), "Swap " + id);
        close(swap, Swap.State.TAKEN, person);
        audit.record("oncall.swapTaken", id, swap, get(id));
        return get(id);
    }

    /** The offer's time is over; nothing to do when it was answered. */
    public void expire(String id) {
        Swap swap = get(id);
        if (swap.state() == Swap.State.OPEN) {
            close(swap, Swap.State.EXPIRED, null);
            audit.record("oncall.swapExpired", id, swap, get(id));
        }
    }

    /** The person who offered, the rota's owner or a manager takes the offer back. */
    public void withdraw(String id) {
        Rota locked = rotas.lock(get(id).rota());
        Swap swap = get(id);
        if (!rights.isSelf(swap.offeredBy())) {
            rights.requireKeeper(locked);
        }
        if (swap.state() != Swap.State.OPEN) {
            throw new Refused("This offer is over already.");
        }
        close(swap, Swap.State.WITHDRAWN, null);
        audit.record("oncall.swapWithdrawn", id, swap, get(id));
        events.publishEvent(new SwapWithdrawn(id));
    }

    /** The offer; refuses when there is none. */
    @Transactional(readOnly = true)
    public Swap get(String id) {
        return jdbc.sql("select * from oncall_swap where id = ?")
                .param(id)
                .query(Swaps::row)
                .optional()
                .orElseThrow(() -> new Refused("There is no swap \"%s\".".formatted(id)));
    }

    /** The open offers of a rota, by the beginning of the shift. */
    @Transactional(readOnly = true)
    public List<Swap> open(String rota) {
        return jdbc.sql("select * from oncall_swap where rota = ? and state = ? order by starts_at, length(id), id")
                .params(rota, Swap.State.OPEN.name())
                .query(Swaps::row)
                .list();
    }

    private void close(Swap swap, Swap.State state, String takenBy) {
        jdbc.sql("update oncall_swap set state = ?, taken_by = ?, closed_at = ? where id = ?")
                .params(state.name(), takenBy, RotaTable.utc(clock.instant()), swap.id())
                .update();
        events.publishEvent(new SwapClosed(get(swap.id()), rights.actor()));
    }

    private static Swap row(ResultSet row, int number) throws SQLException {
        return new Swap(
                row.getString("id"),
                row.getString("rota"),
                row.getString("offered_by"),
                RotaTable.instant(row, "starts_at"),
                RotaTable.instant(row, "ends_at"),
                row.getString("note"),
                RotaTable.instant(row, "expires_at"),
                Swap.State.valueOf(row.getString("state")),
                row.getString("taken_by"));
    }
}
