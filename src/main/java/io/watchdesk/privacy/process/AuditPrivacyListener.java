package io.watchdesk.privacy.process;

import io.watchdesk.privacy.PrivacyAudits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hands over what somebody saw. */
@Component
class AuditPrivacyListener implements TaskListener {

    private final PrivacyAudits audits;

    AuditPrivacyListener(PrivacyAudits audits) {
        this.audits = audits;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean inOrder = audits.audited(
                task.getProcessInstanceId(), PrivacyAuditModel.checks(task), PrivacyAuditModel.FINDINGS_TEXT.get(task));
        PrivacyAuditModel.AUDIT_OUTCOME.set(task, PrivacyAuditModel.AuditOutcome.of(inOrder));
    }
}
