package io.watchdesk.oncall;

import org.springframework.stereotype.Component;

/** What a task about an offered shift is called. */
@Component
public class SwapTitle {

    private static final int LIMIT = 120;

    private final RotaTable rotas;
    private final RotaRights rights;

    SwapTitle(RotaTable rotas, RotaRights rights) {
        this.rotas = rotas;
        this.rights = rights;
    }

    /** One line: whose shift, and when it begins on the rota's clock. */
    public String of(Swap swap) {
        String title = "%s's shift from %s"
                .formatted(
                        rights.name(swap.offeredBy()),
                        Changes.shown(swap.from(), rotas.require(swap.rota()).zone()));
        return title.substring(0, Math.min(LIMIT, title.length()));
    }
}
