package io.watchdesk.crisis;

import io.watchdesk.signal.Signal;
import io.watchdesk.signal.SignalResolved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes into the time line that a sender calls its signal over; whether the crisis is over, people decide. */
@Component
class SignalEnds {

    private final Crises crises;
    private final Timeline timeline;

    SignalEnds(Crises crises, Timeline timeline) {
        this.crises = crises;
        this.timeline = timeline;
    }

    @EventListener
    void note(SignalResolved resolved) {
        Signal signal = resolved.signal();
        if (signal.crisisId() != null && crises.get(signal.crisisId()).open()) {
            timeline.record(
                    signal.crisisId(),
                    "signal.resolved",
                    "%s says that its signal %s is over.".formatted(signal.source(), signal.id()));
        }
    }
}
