package io.watchdesk.publishing.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Scheduling;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Writes the times that a publisher chose into the ledger. */
@Component
class ChooseSlotListener implements TaskListener {

    private static final TypeReference<Map<String, String>> SLOTS = new TypeReference<>() {};

    private final Scheduling scheduling;
    private final ObjectMapper json;

    ChooseSlotListener(Scheduling scheduling, ObjectMapper json) {
        this.scheduling = scheduling;
        this.json = json;
    }

    @Override
    public void notify(DelegateTask task) {
        scheduling.choose(SchedulingVariables.PIECE_ID.require(task), read(SchedulingVariables.SLOTS.require(task)));
        task.removeVariable(SchedulingVariables.SLOTS.name());
    }

    private Map<String, String> read(String answer) {
        try {
            return json.readValue(answer, SLOTS);
        } catch (JsonProcessingException e) {
            throw new Refused("The chosen times cannot be read: one time for each account was expected.");
        }
    }
}
