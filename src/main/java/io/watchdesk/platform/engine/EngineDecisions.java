package io.watchdesk.platform.engine;

import io.watchdesk.platform.Decisions;
import io.watchdesk.platform.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decision tables of the embedded engine, in their newest version. */
@Component
class EngineDecisions implements Decisions {

    private static final int MOST = 2_000;

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final People people;
    private final TransactionTemplate own;
    private final Map<LookedUp, List<Map<String, Object>>> known = new ConcurrentHashMap<>();

    EngineDecisions(
            @Lazy DecisionService decisions,
            @Lazy RepositoryService repository,
            People people,
            PlatformTransactionManager transactions) {
        this.decisions = decisions;
        this.repository = repository;
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

    @Override
    public List<Map<String, Object>> lookUp(String decision, Map<String, Object> inputs) {
        String version = people.asSystem(() -> repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult()
                .getId());
        LookedUp key = new LookedUp(version, new HashMap<>(inputs));
        List<Map<String, Object>> before = known.get(key);
        if (before != null) {
            return before;
        }
        List<Map<String, Object>> hits = evaluate(decision, inputs);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(key, hits);
        return hits;
    }

    private List<Map<String, Object>> evaluated(String decision, Map<String, Object> inputs) {
        return people.asSystem(() -> decisions
                .evaluateDecisionTableByKey(decision)
                .variables(inputs)
                .evaluate()
                .getResultList());
    }

    private record LookedUp(String version, Map<String, Object> inputs) {}
}
