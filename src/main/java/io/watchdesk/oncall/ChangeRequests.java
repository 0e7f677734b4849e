package io.watchdesk.oncall;

import io.watchdesk.platform.Refused;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes as people type them, in local times of a rota. */
@Component
@Transactional
public class ChangeRequests {

    private final RotaTable rotas;
    private final Duties duties;
    private final Changes changes;
    private final Swaps swaps;

    ChangeRequests(RotaTable rotas, Duties duties, Changes changes, Swaps swaps) {
        this.rotas = rotas;
        this.duties = duties;
        this.changes = changes;
        this.swaps = swaps;
    }

    /**
     * Enters an absence or a stand-in.
     *
     * @return its id
     * @throws Refused when the wish cannot be understood or is against the rules
     */
    public String enter(boolean absence, Wish wish) {
        Rota rota = rota(wish.rota());
        Instant from = duties.moment(wish.from(), rota.zone());
        Instant until = duties.moment(wish.until(), rota.zone());
        return absence
                ? changes.absence(wish.person(), from, until, wish.reason()).id()
                : changes.standIn(rota.id(), wish.person(), wish.replaces(), from, until, wish.reason())
                        .id();
    }

    /** Offers a shift of the current person. */
    public Swap offer(Wish wish) {
        Rota rota = rota(wish.rota());
        return swaps.offer(
                rota.id(),
                duties.moment(wish.from(), rota.zone()),
                duties.moment(wish.until(), rota.zone()),
                wish.reason(),
                duties.moment(wish.offerUntil(), rota.zone()));
    }

    private Rota rota(String id) {
        if (Changes.blank(id)) {
            throw new Refused("Choose a rota.");
        }
        return rotas.require(id);
    }

    /**
     * What somebody asks for; times are local times of the rota or instants.
     *
     * @param rota whose zone the times are in
     * @param offerUntil when an offered swap ends, or null
     */
    public record Wish(
            String rota, String person, String replaces, String from, String until, String reason, String offerUntil) {

        public Wish(String rota, String person, String replaces, String from, String until, String reason) {
            this(rota, person, replaces, from, until, reason, null);
        }
    }
}
