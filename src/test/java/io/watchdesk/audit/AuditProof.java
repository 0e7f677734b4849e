package io.watchdesk.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The product's own verification of the audit chain, on a database of which no application has hold any more. */
public final class AuditProof {

    private AuditProof() {}

    /** Walks the chain as it stands in this database. */
    public static AuditVerification.Finding verify(JdbcClient jdbc) {
        return new AuditVerification(new AuditEntries(jdbc)).verify();
    }
}
