package io.watchdesk.privacy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdesk.audit.AuditEntries;
import io.watchdesk.audit.AuditEntry;
import io.watchdesk.platform.Refused;
import io.watchdesk.testing.ProcessSpecification;
import io.watchdesk.testing.TasklistClient;
import io.watchdesk.testing.TasklistClient.Answer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PrivacyAuditTest extends ProcessSpecification {

    @Autowired
    private AuditEntries audit;

    @BeforeEach
    void a_manager() {
        isMemberOf("max", "managers");
    }

    @Test
    void everything_is_in_order() {
        ProcessInstance instance = starts("max", PrivacyAuditModel.PROCESS, null, Map.of());
        completes("max", PrivacyAuditModel.TASK_AUDIT_PRIVACY, checks(Map.of()));

        endedAt(instance, PrivacyAuditModel.END_AUDIT_PASSED);
        assertThat(audit.about(instance.getId(), 5))
                .extracting(AuditEntry::action)
                .contains("privacy.audited");
    }

    @Test
    void findings_are_mended_before_it_ends() {
        ProcessInstance instance = starts("max", PrivacyAuditModel.PROCESS, null, Map.of());
        assertThatThrownBy(() -> completes(
                        "max", PrivacyAuditModel.TASK_AUDIT_PRIVACY, checks(Map.of("accessCheck", "finding"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Say what was found");
        completes(
                "max",
                PrivacyAuditModel.TASK_AUDIT_PRIVACY,
                checks(Map.of(
                        "accessCheck", "finding", "findingsText", "Two people have left and can still sign in.")));
        assertThatThrownBy(() -> completes("max", PrivacyAuditModel.TASK_MEND_FINDINGS, Map.of()))
                .hasMessageContaining("Say what was done");
        completes(
                "max",
                PrivacyAuditModel.TASK_MEND_FINDINGS,
                Map.of("mendedText", "Both were erased, DP-1001 and DP-1002."));

        endedAt(instance, PrivacyAuditModel.END_FINDINGS_MENDED);
        assertThat(audit.about(instance.getId(), 5))
                .extracting(AuditEntry::action)
                .contains("privacy.findingsMended", "privacy.audited");
    }

    @Test
    void a_task_of_another_kind_shows_no_audit() {
        starts(
                "max",
                PersonalDataRequestModel.PROCESS,
                null,
                Map.of("requestKind", "export", "person", "wei", "reasonText", "A letter came on 3 January"));
        starts("max", PrivacyAuditModel.PROCESS, null, Map.of());
        TasklistClient max = TasklistClient.login(URI.create("http://localhost:" + port), "max", "max");

        assertThat(max.get("/api/privacy/audits/"
                                + task(PrivacyAuditModel.TASK_AUDIT_PRIVACY).getId())
                        .status())
                .isEqualTo(200);
        Answer other = max.get("/api/privacy/audits/"
                + task(PersonalDataRequestModel.TASK_APPROVE_REQUEST).getId());
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.sentence()).isEqualTo("This task is not part of a privacy audit.");
    }

    @Test
    void it_begins_by_itself_every_quarter() {
        Job timer = managementService
                .createJobQuery()
                .activityId(PrivacyAuditModel.START_AUDIT_DUE)
                .singleResult();
        // Stories of other times may have moved it.
        managementService.recalculateJobDuedate(timer.getId(), false);

        Job next = managementService.createJobQuery().jobId(timer.getId()).singleResult();
        assertThat(next.getDuedate().toInstant()).asString().matches("\\d{4}-(01|04|07|10)-05T06:00:00.*");
    }

    private static Map<String, Object> checks(Map<String, Object> others) {
        Map<String, Object> answers = new HashMap<>();
        for (String check :
                new String[] {"collectionCheck", "accessCheck", "retentionCheck", "encryptionCheck", "loggingCheck"}) {
            answers.put(check, "inOrder");
        }
        answers.putAll(others);
        return answers;
    }
}
