package io.watchdesk.audit;

/**
 * The audit log was verified. Published as an application event, so that the head can be told to somebody outside of the
 * database.
 */
public record AuditChecked(AuditVerification.Finding finding) {}
