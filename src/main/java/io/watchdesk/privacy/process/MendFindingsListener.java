package io.watchdesk.privacy.process;

import io.watchdesk.privacy.PrivacyAudits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Hands over how the findings were mended. */
@Component
class MendFindingsListener implements TaskListener {

    private final PrivacyAudits audits;

    MendFindingsListener(PrivacyAudits audits) {
        this.audits = audits;
    }

    @Override
    public void notify(DelegateTask task) {
        audits.mended(task.getProcessInstanceId(), PrivacyAuditModel.MENDED_TEXT.get(task));
    }
}
