package io.watchdesk.signal.process;

import io.watchdesk.platform.Decisions;
import io.watchdesk.signal.SpikeRules;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the decision table {@code signal-spike}. */
@Component
class SignalSpikeRules implements SpikeRules {

    private static final String DECISION = "signal-spike";
    private static final String SPIKE = "spike";

    private final Decisions decisions;

    SignalSpikeRules(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public boolean spike(int count, double ratio) {
        return decisions.evaluate(DECISION, Map.of("signalCount", count, "mentionsRatio", ratio)).stream()
                .anyMatch(hit -> SPIKE.equals(hit.get("surge")));
    }
}
