package io.watchdesk.platform.engine;

import io.watchdesk.platform.Decisions;
import io.watchdesk.platform.People;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Decision tables of the embedded engine, in their newest version. */
@Component
class EngineDecisions implements Decisions {

    private final DecisionService decisions;
    private final People people;

    EngineDecisions(@Lazy DecisionService decisions, People people) {
        this.decisions = decisions;
        this.people = people;
    }

    @Override
    public List<Map<String, Object>> evaluate(String decision, Map<String, Object> inputs) {
        return people.asSystem(() -> decisions
                .evaluateDecisionTableByKey(decision)
                .variables(inputs)
                .evaluate()
                .getResultList());
    }
}
