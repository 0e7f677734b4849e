package io.watchdesk.privacy.process;

import io.watchdesk.platform.TypedVariable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The words of the model {@code privacy-audit}. */
final class PrivacyAuditModel {

    static final String PROCESS = "privacy-audit";

    static final String START_AUDIT_DUE = "StartEvent_AuditDue";
    static final String TASK_AUDIT_PRIVACY = "UserTask_AuditPrivacy";
    static final String TASK_MEND_FINDINGS = "UserTask_MendFindings";
    static final String END_AUDIT_PASSED = "EndEvent_AuditPassed";
    static final String END_FINDINGS_MENDED = "EndEvent_FindingsMended";

    /** Whether only what is needed is collected. */
    static final TypedVariable<Check> COLLECTION_CHECK = new TypedVariable<>("collectionCheck", Check.class);
    /** Whether everybody has the rights that the work needs, and no more. */
    static final TypedVariable<Check> ACCESS_CHECK = new TypedVariable<>("accessCheck", Check.class);
    /** Whether what is past its period is destroyed. */
    static final TypedVariable<Check> RETENTION_CHECK = new TypedVariable<>("retentionCheck", Check.class);
    /** Whether secrets are sealed, keys kept apart and changed. */
    static final TypedVariable<Check> ENCRYPTION_CHECK = new TypedVariable<>("encryptionCheck", Check.class);
    /** Whether the audit log verifies and its head is kept. */
    static final TypedVariable<Check> LOGGING_CHECK = new TypedVariable<>("loggingCheck", Check.class);

    static final TypedVariable<String> FINDINGS_TEXT = new TypedVariable<>("findingsText", String.class);
    static final TypedVariable<String> MENDED_TEXT = new TypedVariable<>("mendedText", String.class);
    static final TypedVariable<AuditOutcome> AUDIT_OUTCOME = new TypedVariable<>("auditOutcome", AuditOutcome.class);

    private static final List<TypedVariable<Check>> CHECKS =
            List.of(COLLECTION_CHECK, ACCESS_CHECK, RETENTION_CHECK, ENCRYPTION_CHECK, LOGGING_CHECK);

    private PrivacyAuditModel() {}

    /** Whether each thing that was looked at is in order. */
    static Map<String, Boolean> checks(VariableScope scope) {
        Map<String, Boolean> checks = new LinkedHashMap<>();
        CHECKS.forEach(check -> checks.put(check.name(), check.require(scope) == Check.IN_ORDER));
        return checks;
    }

    /** What somebody says about one thing. */
    enum Check {
        IN_ORDER,
        FINDING
    }

    /** What came of the audit. */
    enum AuditOutcome {
        IN_ORDER,
        FINDINGS;

        static AuditOutcome of(boolean inOrder) {
            return inOrder ? IN_ORDER : FINDINGS;
        }
    }
}
