package io.watchdesk.escalation;

import io.watchdesk.crisis.Crisis;
import org.springframework.stereotype.Component;

/** Tells those who answer for the rotas what the ladder met. */
@Component
class LadderNews {

    void nobodyOnCall(Crisis crisis, int tier, String rota) {}

    void exhausted(Crisis crisis, int loops) {}
}
