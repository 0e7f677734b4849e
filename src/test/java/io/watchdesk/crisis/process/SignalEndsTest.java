package io.watchdesk.crisis.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdesk.crisis.Crisis;
import io.watchdesk.crisis.Level;
import io.watchdesk.signal.Signal;
import io.watchdesk.signal.Signals;
import io.watchdesk.signal.Signals.NewSignal;
import io.watchdesk.signal.StandInAssessment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignalEndsTest extends CrisisWorld {

    @Autowired
    private Signals signals;

    @Test
    void that_a_sender_calls_its_signal_over_is_noted_once_and_ends_nothing() {
        Crisis crisis = declared(Level.YELLOW);
        try (StandInAssessment assessment = new StandInAssessment(repositoryService, runtimeService)) {
            String id = signals.receive(new NewSignal("test", topic, null, topic, "Alarm", null, null, Map.of(), START))
                    .signalId();
            assertThat(assessment.open(id)).isOne();
            signals.moveTo(id, Signal.State.IN_CRISIS, crisis.id());

            assertThat(signals.resolve("test", topic, clock.instant())).contains(id);
            assertThat(signals.resolve("test", topic, clock.instant())).contains(id);
        }

        assertThat(kinds(crisis.id())).containsOnlyOnce("signal.resolved");
        assertThat(crises.get(crisis.id()).open()).isTrue();
    }
}
