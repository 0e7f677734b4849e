package io.watchdesk.platform.engine;

import io.watchdesk.platform.People;
import io.watchdesk.platform.TooLate;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;

/** What to say about a task that is not open any more. */
class GoneTasks {

    private static final String NOTHING_KNOWN =
            "This task is not open any more; perhaps somebody has just completed it.";

    private final ProcessEngineConfigurationImpl engine;
    private final People people;
    private final ObjectProvider<TooLate> knowing;

    GoneTasks(ProcessEngineConfigurationImpl engine, People people, ObjectProvider<TooLate> knowing) {
        this.engine = engine;
        this.people = people;
        this.knowing = knowing;
    }

    String sentence(String taskId) {
        HistoryService history = engine.getHistoryService();
        HistoricTaskInstance past = taskId == null
                ? null
                : people.asSystem(() ->
                        history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult());
        return past == null ? NOTHING_KNOWN : known(past, history).orElse(NOTHING_KNOWN);
    }

    private Optional<String> known(HistoricTaskInstance past, HistoryService history) {
        var instance = past.getProcessInstanceId() == null
                ? null
                : people.asSystem(() -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(past.getProcessInstanceId())
                        .singleResult());
        String businessKey = instance == null ? null : instance.getBusinessKey();
        return knowing.stream()
                .flatMap(each -> each.sentence(past.getTaskDefinitionKey(), businessKey).stream())
                .findFirst();
    }
}
