package io.watchdesk.faults;

import io.watchdesk.audit.AuditProof;
import io.watchdesk.audit.AuditVerification;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I5: the chain is whole, and each change of state that can be counted has exactly one entry with actor and time. */
record AuditCheck(JdbcClient jdbc) implements InvariantChecker.Check {

    private static final String COUNTED = """
            select counted.id, counted.entries from (
                select t.id as id, (select count(*) from audit_entry a where a.subject = %s and a.action = '%s'%s)
                    as entries
                from %s t%s) counted
            where counted.entries <> 1 order by counted.id
            """;

    @Override
    public Invariant invariant() {
        return Invariant.AUDIT;
    }

    @Override
    public List<String> sentences(Evidence evidence) {
        List<String> found = new ArrayList<>();
        AuditVerification.Finding chain = AuditProof.verify(jdbc);
        if (!chain.intact()) {
            found.add(chain.sentence());
        }
        counted(found, "t.id", "signal.received", "", "signal", "");
        counted(found, "t.id", "crisis.declared", "", "crisis", "");
        counted(found, "t.id", "content.opened", "", "content_piece", "");
        counted(
                found,
                "t.piece_id",
                "publishing.published",
                " and a.after_json like '%\"id\":\"' || t.id || '\"%'",
                "publication",
                " where t.state in ('PUBLISHED', 'TAKEN_DOWN')");
        counted(
                found,
                "t.piece_id",
                "review.approved",
                " and a.after_json like '%\"' || t.round_id || '\"%'",
                "approval",
                "");
        jdbc.sql("select sequence from audit_entry where actor = '' or action = '' or at is null")
                .query(Long.class)
                .list()
                .forEach(entry -> found.add("The audit entry %d does not say who did what when.".formatted(entry)));
        return found;
    }

    private void counted(List<String> found, String subject, String action, String more, String table, String which) {
        jdbc.sql(COUNTED.formatted(subject, action, more, table, which)).query(row -> {
            found.add("%s %s has %d audit entries \"%s\" instead of one."
                    .formatted(table, row.getString("id"), row.getLong("entries"), action));
        });
    }
}
