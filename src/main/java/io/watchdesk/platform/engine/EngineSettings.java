package io.watchdesk.platform.engine;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;

/** The engine settings that Spring properties do not reach; each is explained in {@code src/docs/operations.md}. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private static final int MOST_RESULTS = 2000;

    private final UrgentJobs urgent;

    /** @param ourTablesFirst makes Flyway run before the engine, whose deployment already calls our beans */
    EngineSettings(FlywayMigrationInitializer ourTablesFirst, UrgentJobs urgent) {
        this.urgent = urgent;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        // As long as the longest of our models keep theirs; the engine warns of each that is longer than what all
        // share.
        engine.setHistoryTimeToLive("P730D");
        engine.setEnforceHistoryTimeToLive(true);
        // The time to live of what runs begins when it ends: a long crisis loses nothing meanwhile.
        engine.setHistoryRemovalTimeStrategy("end");
        engine.setBatchOperationHistoryTimeToLive("P180D");
        engine.setHistoryCleanupBatchWindowStartTime("02:00");
        engine.setHistoryCleanupBatchWindowEndTime("04:00");
        engine.setHistoryCleanupJobLogTimeToLive("P14D");
        engine.setTaskMetricsTimeToLive("P540D");
        engine.setJobExecutorAcquireByPriority(true);
        engine.setDmnEngineConfiguration(decisions());
        engine.setCustomSessionFactories(List.of(new UrgentJobManager.Factory(urgent)));
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
        // Tasklist asks for 2,000 filters at once and fails with less.
        engine.setQueryMaxResultsLimit(MOST_RESULTS);
        // A fault that lasts minutes should not end as an incident; a lasting one should, within a quarter of an hour.
        engine.setFailedJobRetryTimeCycle("PT10S,PT1M,PT10M");
    }

    private static DefaultDmnEngineConfiguration decisions() {
        DefaultDmnEngineConfiguration decisions =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(RememberingFeel.factory());
        return decisions;
    }
}
