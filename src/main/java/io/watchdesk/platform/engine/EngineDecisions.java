package io.watchdesk.platform.engine;

import io.watchdesk.platform.Decisions;
import io.watchdesk.platform.People;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decision tables of the embedded engine, in their newest version. */
@Component
class EngineDecisions implements Decisions {

    private final DecisionService decisions;
    private final People people;
    private final TransactionTemplate own;

    EngineDecisions(@Lazy DecisionService decisions, People people, PlatformTransactionManager transactions) {
        this.decisions = decisions;
        this.people = people;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public List<Map<String, Object>> evaluate(String decision, Map<String, Object> inputs) {
        // The engine writes the evaluation into its history, which PostgreSQL refuses while somebody only reads.
        return TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                ? own.execute(status -> evaluated(decision, inputs))
                : evaluated(decision, inputs);
    }

    private List<Map<String, Object>> evaluated(String decision, Map<String, Object> inputs) {
        return people.asSystem(() -> decisions
                .evaluateDecisionTableByKey(decision)
                .variables(inputs)
                .evaluate()
                .getResultList());
    }
}
