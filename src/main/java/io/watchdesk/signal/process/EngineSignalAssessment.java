package io.watchdesk.signal.process;

import io.watchdesk.platform.People;
import io.watchdesk.signal.Signal;
import io.watchdesk.signal.SignalAssessment;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts the process by its key only: its model and its words belong to the crisis room. */
@Component
class EngineSignalAssessment implements SignalAssessment {

    private static final String PROCESS = "signal-assessment";
    private static final String SIGNAL_ID = "signalId";

    private final RuntimeService processes;
    private final People people;

    EngineSignalAssessment(@Lazy RuntimeService processes, People people) {
        this.processes = processes;
        this.people = people;
    }

    /** In nobody's name: a person who reports something does not rate it. */
    @Override
    public void begin(Signal signal) {
        people.asSystem(
                () -> processes.startProcessInstanceByKey(PROCESS, signal.id(), Map.of(SIGNAL_ID, signal.id())));
    }
}
