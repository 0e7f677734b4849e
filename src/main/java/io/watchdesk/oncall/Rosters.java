package io.watchdesk.oncall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rosters as the tables have them now. */
@Component
@Transactional(readOnly = true)
class Rosters implements OnCall {

    /** What departs from the plan this long before an instant may still bound the duty that runs at it. */
    private static final Duration LONG_SHIFT = Duration.ofDays(62);

    private final RotaTable rotas;
    private final ChangeTable changes;

    Rosters(RotaTable rotas, ChangeTable changes) {
        this.rotas = rotas;
        this.changes = changes;
    }

    @Override
    public List<Duty> at(String rota, Instant instant) {
        return rotas.find(rota)
                .map(found -> of(found, instant.minus(LONG_SHIFT)).at(instant))
                .orElse(List.of());
    }

    @Override
    public List<Duty> between(String rota, Instant from, Instant to) {
        return of(rotas.require(rota), from).between(from, to);
    }

    /** The roster of a rota from this instant on. */
    Roster of(Rota rota, Instant from) {
        return new Roster(
                rota, changes.planned(rota.id(), from), changes.standIns(rota.id(), from), changes.absences(from));
    }
}
