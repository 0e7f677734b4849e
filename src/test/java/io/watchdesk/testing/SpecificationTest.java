package io.watchdesk.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpecificationTest extends ProcessSpecification {

    private String deployment;

    @BeforeEach
    void a_small_process() {
        deployment = repositoryService
                .createDeployment()
                .addModelInstance(
                        "small.bpmn",
                        Bpmn.createExecutableProcess("small")
                                .camundaHistoryTimeToLive(1)
                                .startEvent("StartEvent_Asked")
                                .userTask("UserTask_Answer")
                                .camundaCandidateGroups("writers")
                                .intermediateCatchEvent("TimerEvent_DayPassed")
                                .timerWithDuration("P1D")
                                .manualTask("Task_Rest")
                                .camundaAsyncBefore()
                                .endEvent("EndEvent_Answered")
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void no_small_process() {
        repositoryService.deleteDeployment(deployment, true);
    }

    @Test
    void people_timers_and_jobs_move_only_when_the_story_says_so() {
        theTimeIs(Instant.parse("2030-01-01T08:00:00Z"));
        ProcessInstance instance = starts("small", "S-1", Map.of());

        completes("wei", "UserTask_Answer", Map.of("answer", "yes"));
        timerFires("TimerEvent_DayPassed");

        assertThat(clock.instant()).isEqualTo("2030-01-02T08:00:00Z");
        jobRuns("Task_Rest");
        passed(instance, "UserTask_Answer", "TimerEvent_DayPassed", "Task_Rest");
        endedAt(instance, "EndEvent_Answered");
        assertThat(instanceOf("small", "S-1").getId()).isEqualTo(instance.getId());
        assertThat(pathOf(instance.getId())).startsWith("StartEvent_Asked").endsWith("EndEvent_Answered");
    }

    @Test
    void a_person_outside_the_group_may_not_complete() {
        starts("small", "S-1", Map.of());

        assertThatThrownBy(() -> completes("pia", "UserTask_Answer", Map.of()))
                .hasMessageContaining("is not yours to see");
    }

    @Test
    void a_job_that_does_not_wait_fails_the_story_with_what_waits_instead() {
        starts("small", "S-1", Map.of());
        timePasses(Duration.ofDays(1));

        assertThatThrownBy(() -> jobRuns("Task_Rest"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("open are [UserTask_Answer]");
        jobsRun();
    }
}
