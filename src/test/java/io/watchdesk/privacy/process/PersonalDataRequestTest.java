package io.watchdesk.privacy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.platform.Refused;
import io.watchdesk.testing.ProcessSpecification;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonalDataRequestTest extends ProcessSpecification {

    private static final String GOER = "goercanary";
    private static final String GROUND = "Left the house on 1 November";

    private Task held;

    @BeforeEach
    void two_managers_and_somebody_who_goes() {
        isMemberOf("max", "managers");
        isMemberOf("mona", "managers");
        isMemberOf(GOER, "writers");
        held = null;
    }

    @AfterEach
    void nobody_is_left() {
        if (held != null) {
            taskService.deleteTask(held.getId(), true);
        }
        if (identityService.createUserQuery().userId(GOER).count() > 0) {
            identityService.deleteUser(GOER);
        }
    }

    @Test
    void a_person_is_erased_after_a_second_person_has_agreed() {
        ProcessInstance request = asked("erasure");
        assertThat(runtimeService.getVariables(request.getId()).toString())
                .as("whom it is about stands in no variable")
                .doesNotContain(GOER);

        assertThatThrownBy(() -> completes("max", PersonalDataRequestModel.TASK_APPROVE_REQUEST, approved()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("somebody else has to decide");
        taskService.setAssignee(
                task(PersonalDataRequestModel.TASK_APPROVE_REQUEST).getId(), null);
        completes("mona", PersonalDataRequestModel.TASK_APPROVE_REQUEST, approved());
        jobRuns(PersonalDataRequestModel.SERVICE_ERASE_DATA);

        endedAt(request, PersonalDataRequestModel.END_PERSON_ERASED);
        assertThat(identityService.createUserQuery().userId(GOER).count()).isZero();
        assertThat(historyService
                        .createHistoricVariableInstanceQuery()
                        .variableValueEquals(PersonalDataRequestModel.PERSON.name(), GOER)
                        .count())
                .as("not in what the start form had sent either")
                .isZero();
    }

    @Test
    void an_erasure_waits_until_others_have_taken_over() {
        holdsATask();
        ProcessInstance request = asked("erasure");
        completes("mona", PersonalDataRequestModel.TASK_APPROVE_REQUEST, approved());
        jobRuns(PersonalDataRequestModel.SERVICE_ERASE_DATA);
        completes("max", PersonalDataRequestModel.TASK_CLEAR_OBSTACLES, Map.of("obstacleAnswer", "tryAgain"));
        jobRuns(PersonalDataRequestModel.SERVICE_ERASE_DATA);
        assertThat(identityService.createUserQuery().userId(GOER).count())
                .as("still holds the task")
                .isOne();

        taskService.setAssignee(held.getId(), "wei");
        completes("max", PersonalDataRequestModel.TASK_CLEAR_OBSTACLES, Map.of("obstacleAnswer", "tryAgain"));
        jobRuns(PersonalDataRequestModel.SERVICE_ERASE_DATA);

        endedAt(request, PersonalDataRequestModel.END_PERSON_ERASED);
    }

    @Test
    void an_erasure_that_cannot_be_is_given_up() {
        holdsATask();
        ProcessInstance request = asked("erasure");
        completes("mona", PersonalDataRequestModel.TASK_APPROVE_REQUEST, approved());
        jobRuns(PersonalDataRequestModel.SERVICE_ERASE_DATA);
        completes("max", PersonalDataRequestModel.TASK_CLEAR_OBSTACLES, Map.of("obstacleAnswer", "giveUp"));

        endedAt(request, PersonalDataRequestModel.END_REQUEST_WITHDRAWN);
        assertThat(identityService.createUserQuery().userId(GOER).count()).isOne();
    }

    @Test
    void an_export_is_made_and_handed_over() {
        ProcessInstance request = asked("export");
        completes("mona", PersonalDataRequestModel.TASK_APPROVE_REQUEST, approved());
        jobRuns(PersonalDataRequestModel.SERVICE_EXPORT_DATA);
        completes("max", PersonalDataRequestModel.TASK_HAND_OVER_EXPORT, Map.of());

        endedAt(request, PersonalDataRequestModel.END_EXPORT_HANDED_OVER);
        passed(request, PersonalDataRequestModel.SERVICE_OPEN_REQUEST);
    }

    @Test
    void a_request_is_rejected_with_a_reason() {
        ProcessInstance request = asked("erasure");
        assertThatThrownBy(() -> completes(
                        "mona", PersonalDataRequestModel.TASK_APPROVE_REQUEST, Map.of("requestVerdict", "rejected")))
                .hasMessageContaining("Say why");
        completes(
                "mona",
                PersonalDataRequestModel.TASK_APPROVE_REQUEST,
                Map.of("requestVerdict", "rejected", "reasonText", "The law asks us to keep it until 2030."));

        endedAt(request, PersonalDataRequestModel.END_REQUEST_REJECTED);
    }

    @Test
    void only_managers_and_administrators_ask() {
        assertThatThrownBy(() -> starts(
                        "wei",
                        PersonalDataRequestModel.PROCESS,
                        null,
                        Map.of("requestKind", "export", "person", GOER, "reasonText", GROUND)))
                .isInstanceOf(AuthorizationException.class);
    }

    private ProcessInstance asked(String kind) {
        return starts(
                "max",
                PersonalDataRequestModel.PROCESS,
                null,
                Map.of("requestKind", kind, "person", GOER, "reasonText", GROUND));
    }

    private static Map<String, Object> approved() {
        return Map.of("requestVerdict", "approved");
    }

    private void holdsATask() {
        held = taskService.newTask();
        held.setName("Mend the roof");
        held.setAssignee(GOER);
        taskService.saveTask(held);
    }
}
