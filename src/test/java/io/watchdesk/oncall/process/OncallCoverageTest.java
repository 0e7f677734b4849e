package io.watchdesk.oncall.process;

import static io.watchdesk.oncall.OnCallLab.ROTA;
import static io.watchdesk.oncall.OnCallLab.at;
import static io.watchdesk.oncall.process.OncallCoverageModel.END_COVERAGE_COMPLETE;
import static io.watchdesk.oncall.process.OncallCoverageModel.END_FINDINGS_ANSWERED;
import static io.watchdesk.oncall.process.OncallCoverageModel.PROCESS;
import static io.watchdesk.oncall.process.OncallCoverageModel.START_CHECK_DUE;
import static io.watchdesk.oncall.process.OncallCoverageModel.USER_MEND_COVERAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.oncall.Contacts;
import io.watchdesk.oncall.Finding;
import io.watchdesk.oncall.OnCallLab;
import io.watchdesk.oncall.Rota;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** Looking ahead, and asking the owner to mend what is found. */
class OncallCoverageTest extends OnCallStory {

    @Test
    void a_full_rota_with_people_who_can_be_reached_needs_nobody() {
        ProcessInstance check = checked();

        endedAt(check, END_COVERAGE_COMPLETE);
        assertThat(coverage.ahead()).anySatisfy(ahead -> {
            assertThat(ahead.rota()).isEqualTo(ROTA);
            assertThat(ahead.percent()).isEqualTo(100);
            assertThat(ahead.wrong()).isEmpty();
        });
    }

    @Test
    void the_check_comes_by_itself_every_day() {
        timerFires(START_CHECK_DUE);
        timerFires(START_CHECK_DUE);

        assertThat(historyService
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .finished()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void the_owner_puts_a_person_into_a_gap() {
        gap();
        ProcessInstance check = checked();
        Task task = task(USER_MEND_COVERAGE);

        assertThat(task.getAssignee()).isEqualTo("max");
        assertThat(task.getName())
                .isEqualTo("Mend coverage: Nobody is on call on Lab from Wed 2 Dec 2026, 09:00 (Asia/Shanghai)"
                        + " to Thu 3 Dec 2026, 09:00 (Asia/Shanghai).");
        assertThatThrownBy(() -> completes("max", task, answers())).hasMessageContaining("Say whether");
        assertThatThrownBy(() -> completes("max", task, answers("coverageAnswer", "mended")))
                .hasMessageContaining("Nobody is on call on Lab");
        assertThatThrownBy(() -> completes("max", task, answers("coverageAnswer", "mended", "person", "olga")))
                .hasMessageContaining("is not in the group oncall-lab");
        completes("max", task, answers("coverageAnswer", "mended", "person", "nora"));

        endedAt(check, END_FINDINGS_ANSWERED);
        assertThat(who("2026-12-02T12:00")).containsExactly("nora");
        assertThat(who("2026-12-03T08:59")).containsExactly("nora");
    }

    @Test
    void a_gap_can_be_accepted_with_a_reason_until_it_is_over_or_grows() {
        gap();
        ProcessInstance check = checked();

        assertThatThrownBy(() -> completes("max", USER_MEND_COVERAGE, answers("coverageAnswer", "accepted")))
                .hasMessageContaining("why");
        completes(
                "max", USER_MEND_COVERAGE, answers("coverageAnswer", "accepted", "reasonText", "The house is closed."));

        endedAt(check, END_FINDINGS_ANSWERED);
        endedAt(checked(), END_COVERAGE_COMPLETE);
        changes.absence("nora", at("2026-12-03T09:00"), at("2026-12-04T09:00"), null);
        changes.absence("noah", at("2026-12-03T09:00"), at("2026-12-04T09:00"), null);
        changes.absence("nina", at("2026-12-03T09:00"), at("2026-12-04T09:00"), null);
        checked();
        assertThat(task(USER_MEND_COVERAGE).getName()).contains("to Fri 4 Dec 2026, 09:00");
    }

    @Test
    void what_is_mended_elsewhere_is_not_asked_any_more() {
        gap();
        ProcessInstance first = checked();
        assertThat(taskService
                        .createTaskQuery()
                        .taskDefinitionKey(USER_MEND_COVERAGE)
                        .count())
                .isEqualTo(1);
        endedAt(checked(), END_COVERAGE_COMPLETE);

        changes.standIn(ROTA, "nora", null, at("2026-12-02T09:00"), at("2026-12-03T09:00"), null);
        endedAt(checked(), END_COVERAGE_COMPLETE);

        endedAt(first, END_FINDINGS_ANSWERED);
    }

    @Test
    void the_owner_may_also_mend_it_elsewhere_and_say_so() {
        gap();
        ProcessInstance check = checked();
        changes.standIn(ROTA, "nora", null, at("2026-12-02T09:00"), at("2026-12-03T09:00"), null);

        completes("max", USER_MEND_COVERAGE, answers("coverageAnswer", "mended"));

        endedAt(check, END_FINDINGS_ANSWERED);
    }

    @Test
    void an_empty_rota_is_shown_loudest_and_asked_about_once() {
        Rota rota = rotas.get(ROTA);
        rotas.save(new Rota(ROTA, "Lab", null, rota.zone(), List.of(), rota.revision()));

        checked();

        Task task = task(USER_MEND_COVERAGE);
        assertThat(task.getName()).contains("NOBODY IS ON CALL on Lab: 0 % of the days ahead are covered.");
        assertThat(task.getAssignee()).as("no owner").isNull();
        assertThat(taskService
                        .createTaskQuery()
                        .taskId(task.getId())
                        .taskCandidateGroup("managers")
                        .count())
                .isEqualTo(1);
        assertThat(coverage.ahead().get(0).rota()).isEqualTo(ROTA);
        assertThat(coverage.ahead().get(0).percent()).isZero();
        completes("max", task, answers("coverageAnswer", "accepted", "reasonText", "It begins next month."));
        timePasses(Duration.ofDays(3));
        endedAt(checked(), END_COVERAGE_COMPLETE);
        timePasses(Duration.ofDays(12));
        checked();
        assertThat(task(USER_MEND_COVERAGE).getName()).contains("NOBODY");
    }

    @Test
    void people_with_a_shift_who_cannot_be_reached_are_found() {
        contacts.markDead("noah", new Contacts.Address(Contacts.Kind.MAIL, "noah@example.com"), "550 no such mailbox");
        isMemberOf("nora", "writers");
        Rota rota = rotas.get(ROTA);
        jdbc.sql("update oncall_rota set layers = replace(layers, 'nina', 'nobody') where id = ?")
                .param(rota.id())
                .update();

        checked();

        assertThat(taskService
                        .createTaskQuery()
                        .taskDefinitionKey(USER_MEND_COVERAGE)
                        .list())
                .extracting(Task::getName)
                .anyMatch(name ->
                        name.contains("All addresses of Noah are marked dead") && name.contains("550 no such mailbox"))
                .anyMatch(name -> name.contains("Nora is not in the group oncall-lab"))
                .anyMatch(name -> name.contains("There is no person \"nobody\""))
                .hasSize(3);
        Task noah = taskService.createTaskQuery().taskDefinitionKey(USER_MEND_COVERAGE).list().stream()
                .filter(task -> task.getName().contains("Noah"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> completes("max", noah, answers("coverageAnswer", "mended", "person", "nora")))
                .hasMessageContaining("has to be replaced or reached");
        as("noah", () -> contacts.revive("noah", new Contacts.Address(Contacts.Kind.MAIL, "noah@example.com")));
        completes("max", noah, answers("coverageAnswer", "mended"));
        assertThat(taskService
                        .createTaskQuery()
                        .taskDefinitionKey(USER_MEND_COVERAGE)
                        .count())
                .isEqualTo(2);
    }

    @Test
    void somebody_without_any_address_is_found() {
        var user = identityService.createUserQuery().userId("noah").singleResult();
        user.setEmail(null);
        identityService.saveUser(user);
        try {
            assertThat(coverage.ahead().stream()
                            .filter(ahead -> ahead.rota().equals(ROTA))
                            .flatMap(ahead -> ahead.wrong().stream()))
                    .extracting(Finding::detail)
                    .containsExactly("Noah has no address.");
        } finally {
            user = identityService.createUserQuery().userId("noah").singleResult();
            user.setEmail("noah@example.com");
            identityService.saveUser(user);
        }
    }

    private void gap() {
        for (String person : List.of("nina", "noah")) {
            changes.absence(person, at("2026-12-02T09:00"), at("2026-12-03T09:00"), null);
        }
        Rota rota = rotas.get(ROTA);
        rotas.save(new Rota(
                ROTA,
                rota.name(),
                rota.owner(),
                rota.zone(),
                OnCallLab.daily("nina", "noah").layers(),
                rota.revision()));
    }

    private ProcessInstance checked() {
        return starts("max", PROCESS, null, Map.of());
    }
}
