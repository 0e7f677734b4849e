package io.watchdesk.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.platform.NotStarted;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a start does to an engine of its own, without the rest of the application. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcessDeploymentTest {

    private final String url = "jdbc:h2:mem:deployment" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    private ProcessEngine engine;

    @BeforeEach
    void an_engine() {
        StandaloneInMemProcessEngineConfiguration settings = new StandaloneInMemProcessEngineConfiguration();
        settings.setJdbcUrl(url);
        settings.setProcessEngineName("deployment");
        settings.setJobExecutorActivate(false);
        engine = settings.buildProcessEngine();
    }

    @AfterEach
    void no_engine() {
        engine.close();
    }

    @Test
    void a_second_start_deploys_nothing() {
        new ProcessDeployment(false).postProcessEngineBuild(engine);
        new ProcessDeployment(false).postProcessEngineBuild(engine);

        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isOne();
    }

    @Test
    void the_jobs_of_every_deployment_that_is_there_at_the_start_are_done_and_of_none_that_comes_later() {
        Deployment before = deployed("before");

        new ProcessDeployment(false).postProcessEngineBuild(engine);
        engine.getManagementService().unregisterDeploymentForJobExecutor(before.getId());
        new ProcessDeployment(false).postProcessEngineBuild(engine);
        Deployment later = deployed("later");
        engine.getManagementService().unregisterDeploymentForJobExecutor(later.getId());

        assertThat(engine.getManagementService().getRegisteredDeployments())
                .contains(before.getId())
                .doesNotContain(later.getId());
    }

    @Test
    void an_older_version_stays_out_unless_it_is_meant() {
        new ProcessDeployment(false).postProcessEngineBuild(engine);
        engine.getRepositoryService()
                .createDeployment()
                .name("watchdesk")
                .source("watchdesk")
                .addString("watchdesk.sha256", "that of a newer version")
                .addModelInstance("process.bpmn", model())
                .deploy();

        assertThatThrownBy(() -> new ProcessDeployment(false).postProcessEngineBuild(engine))
                .isInstanceOfSatisfying(NotStarted.class, refused -> {
                    assertThat(refused.getMessage()).contains("is older than the one that was last started");
                    assertThat(refused.mend()).contains("--watchdesk.node.go-back=true");
                    assertThat(refused.getExitCode()).isEqualTo(2);
                });
        new ProcessDeployment(true).postProcessEngineBuild(engine);
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(3);
    }

    @Test
    void what_the_last_run_held_when_it_died_is_free_at_once_on_the_embedded_database_only() {
        deployed("work");
        engine.getRuntimeService().startProcessInstanceByKey("process");
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        database.setUser("sa");
        JdbcClient jdbc = JdbcClient.create((DataSource) database);
        jdbc.sql("update act_ru_job set lock_owner_ = 'dead', lock_exp_time_ = timestamp '2099-01-01 00:00:00'")
                .update();

        new OwnLocks(database, "jdbc:postgresql://db/watchdesk").postProcessEngineBuild(engine);
        assertThat(owner(jdbc)).isEqualTo("dead");
        new OwnLocks(database, "jdbc:h2:file:./data/watchdesk").postProcessEngineBuild(engine);

        assertThat(owner(jdbc)).isNull();
        Job job = engine.getManagementService().createJobQuery().singleResult();
        engine.getManagementService().executeJob(job.getId());
        assertThat(engine.getManagementService().createJobQuery().count()).isZero();
    }

    private static String owner(JdbcClient jdbc) {
        return (String) jdbc.sql("select lock_owner_ from act_ru_job")
                .query()
                .singleRow()
                .get("LOCK_OWNER_");
    }

    private Deployment deployed(String name) {
        return engine.getRepositoryService()
                .createDeployment()
                .name(name)
                .addModelInstance("process.bpmn", model())
                .deploy();
    }

    private static org.camunda.bpm.model.bpmn.BpmnModelInstance model() {
        return Bpmn.createExecutableProcess("process")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask()
                .camundaAsyncBefore()
                .camundaExpression("${true}")
                .endEvent()
                .done();
    }
}
