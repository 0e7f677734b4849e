package io.watchdesk.platform.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Moves running instances to the newest version of their model where every step at which they wait still exists, when the
 * start asks for it with {@code watchdesk.node.migrate-instances}; timers keep the moment at which they are due. What does
 * not fit stays in its version, as everything does when nobody asks. Runs before the job executor starts.
 */
@Component
class InstanceMigration implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceMigration.class);

    private final ProcessEngine engine;
    private final boolean asked;

    InstanceMigration(ProcessEngine engine, @Value("${watchdesk.node.migrate-instances:false}") boolean asked) {
        this.engine = engine;
        this.asked = asked;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (asked) {
            Report report = migrate();
            LOG.info("{} running instances were moved to the newest version of their model.", report.moved());
            report.stayed().forEach(line -> LOG.warn("Stays in its version: {}", line));
        }
    }

    Report migrate() {
        List<String> stayed = new ArrayList<>();
        int moved = 0;
        for (ProcessDefinition newest : engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()) {
            for (ProcessDefinition older : engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(newest.getKey())
                    .list()) {
                if (older.getVersion() < newest.getVersion()) {
                    moved += migrate(older, newest, stayed);
                }
            }
        }
        return new Report(moved, stayed);
    }

    private int migrate(ProcessDefinition older, ProcessDefinition newest, List<String> stayed) {
        List<ProcessInstance> instances = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionId(older.getId())
                .list();
        if (instances.isEmpty()) {
            return 0;
        }
        int moved = 0;
        try {
            // Without updating event triggers: a deadline that runs must not begin anew.
            MigrationPlan plan = engine.getRuntimeService()
                    .createMigrationPlan(older.getId(), newest.getId())
                    .mapEqualActivities()
                    .build();
            for (ProcessInstance instance : instances) {
                moved += migrate(plan, instance, newest, stayed) ? 1 : 0;
            }
        } catch (ProcessEngineException noPlan) {
            stayed.add("all of %s version %d: %s".formatted(older.getKey(), older.getVersion(), noPlan.getMessage()));
        }
        return moved;
    }

    private boolean migrate(
            MigrationPlan plan, ProcessInstance instance, ProcessDefinition newest, List<String> stayed) {
        try {
            engine.getRuntimeService()
                    .newMigration(plan)
                    .processInstanceIds(instance.getId())
                    .execute();
            return true;
        } catch (ProcessEngineException doesNotFit) {
            stayed.add("%s %s (%s): %s"
                    .formatted(
                            newest.getKey(),
                            instance.getBusinessKey(),
                            instance.getId(),
                            doesNotFit
                                    .getMessage()
                                    .lines()
                                    .limit(4)
                                    .reduce("", (all, line) -> all + " " + line.strip())));
            return false;
        }
    }

    /**
     * @param moved how many instances are in the newest version now
     * @param stayed one line for each that could not be moved
     */
    record Report(int moved, List<String> stayed) {}
}
