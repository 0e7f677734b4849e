package io.watchdesk.faults;

import io.watchdesk.faults.Evidence.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I1: what was answered with 2xx is stored exactly once and is assessed exactly once. */
record IntakeCheck(JdbcClient jdbc) implements InvariantChecker.Check {

    @Override
    public Invariant invariant() {
        return Invariant.INTAKE;
    }

    @Override
    public List<String> sentences(Evidence evidence) {
        List<String> found = new ArrayList<>();
        stored(evidence, found);
        assessed(found);
        return found;
    }

    private void stored(Evidence evidence, List<String> found) {
        Map<String, String> rows = new HashMap<>();
        jdbc.sql("select id, source, event_id from signal").query(row -> {
            String event = row.getString("source") + " " + row.getString("event_id");
            String other = rows.put(event, row.getString("id"));
            if (other != null) {
                found.add("The event %s is stored twice, as %s and %s.".formatted(event, other, row.getString("id")));
            }
        });
        for (Receipt receipt : evidence.receipts()) {
            String event = receipt.source() + " " + receipt.eventId();
            String id = rows.get(event);
            if (id == null) {
                found.add("The event %s was answered as %s and is lost.".formatted(event, receipt.signalId()));
            } else if (!id.equals(receipt.signalId())) {
                found.add("The event %s was answered as %s and is stored as %s."
                        .formatted(event, receipt.signalId(), id));
            }
        }
    }

    private void assessed(List<String> found) {
        jdbc.sql("""
                        select s.id, s.assessment_started_at, count(p.id_) as assessments from signal s
                        left join act_hi_procinst p on p.business_key_ = s.id and p.proc_def_key_ = 'signal-assessment'
                        group by s.id, s.assessment_started_at
                        having count(p.id_) <> 1 or s.assessment_started_at is null order by s.id
                        """).query(row -> {
            found.add("The signal %s is stored and has %d assessments instead of one%s."
                    .formatted(
                            row.getString("id"),
                            row.getLong("assessments"),
                            row.getObject("assessment_started_at") == null
                                    ? ", which was never written down as started"
                                    : ""));
        });
    }
}
