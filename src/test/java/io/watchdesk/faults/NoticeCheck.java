package io.watchdesk.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I4: what was to be told arrived, or is known not to; a repeat has the same Message-ID. */
record NoticeCheck(JdbcClient jdbc) implements InvariantChecker.Check {

    /** Of pages and of the self-watch, which write no row of the outbox. */
    private static final String WITHOUT_ROW = "<(PG-|self-watch\\.|crisis-news|news\\.|FU-|follow-up).*";

    @Override
    public Invariant invariant() {
        return Invariant.NOTICE;
    }

    @Override
    public List<String> sentences(Evidence evidence) {
        List<String> found = new ArrayList<>();
        Set<String> written = new HashSet<>();
        jdbc.sql("""
                        select m.id, m.message_id, m.kind, m.recipient, m.state, m.problem,
                            (select count(*) from act_ru_execution e join act_ru_job j
                                on j.process_instance_id_ = e.id_ where e.business_key_ = m.id
                                and (j.retries_ > 0 or exists (
                                    select 1 from act_ru_incident i where i.configuration_ = j.id_))) as jobs
                        from mail m
                        """).query(row -> {
            String id = row.getString("message_id");
            String name =
                    "%s (%s to %s)".formatted(row.getString("id"), row.getString("kind"), row.getString("recipient"));
            written.add(id);
            switch (row.getString("state")) {
                case "sent" -> {
                    if (!evidence.mails().containsKey(id)) {
                        found.add("%s is said to be sent and did not arrive.".formatted(name));
                    }
                }
                case "waiting", "failed" -> {
                    if (row.getLong("jobs") == 0) {
                        found.add("%s is not sent, and nothing will send it.".formatted(name));
                    }
                }
                default -> {
                    if (row.getString("problem") == null) {
                        found.add("%s is %s, and nobody knows why.".formatted(name, row.getString("state")));
                    }
                }
            }
        });
        evidence.mails().forEach((id, times) -> {
            if (times > 1 + evidence.lives()) {
                found.add("The mail %s arrived %d times in %d lives.".formatted(id, times, evidence.lives()));
            }
            if (!written.contains(id) && !id.matches(WITHOUT_ROW)) {
                found.add("The mail %s arrived, and no transaction that lasted has written it.".formatted(id));
            }
        });
        pages(evidence, found);
        return found;
    }

    /** A page that is said to be delivered by mail did arrive. */
    private void pages(Evidence evidence, List<String> found) {
        jdbc.sql(
                        "select page_id, person, message_id from crisis_page_attempt where outcome = 'delivered' and way = 'mail'")
                .query(row -> {
                    if (!evidence.mails().containsKey(row.getString("message_id"))) {
                        found.add("The page %s to %s is said to be delivered and did not arrive."
                                .formatted(row.getString("page_id"), row.getString("person")));
                    }
                });
    }
}
