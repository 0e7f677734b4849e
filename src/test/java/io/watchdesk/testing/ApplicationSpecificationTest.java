package io.watchdesk.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

class ApplicationSpecificationTest extends ApplicationSpecification {

    private String deployment;

    @AfterEach
    void no_small_process() {
        repositoryService.deleteDeployment(deployment, true);
    }

    /** Twice, because the second test has to find the executor running again after the first one stopped it. */
    @RepeatedTest(2)
    void timers_and_jobs_run_by_themselves() {
        deployment = repositoryService
                .createDeployment()
                .addModelInstance(
                        "small.bpmn",
                        Bpmn.createExecutableProcess("small")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .intermediateCatchEvent()
                                .timerWithDuration("PT0S")
                                .manualTask()
                                .camundaAsyncBefore()
                                .endEvent()
                                .done())
                .deploy()
                .getId();

        ProcessInstance instance = runtimeService.startProcessInstanceByKey("small");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(historyService
                                .createHistoricProcessInstanceQuery()
                                .processInstanceId(instance.getId())
                                .finished()
                                .count())
                        .isOne());
    }
}
