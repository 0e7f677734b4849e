package io.watchdesk.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I2: no post goes out twice; what did not go out is with a person, or on its way, or was dropped. */
record PublishCheck(JdbcClient jdbc) implements InvariantChecker.Check {

    /** Accounts whose posts the evidence counts; on the others a person posts, or our own site does. */
    static final String OUTSIDE = "wire-";

    @Override
    public Invariant invariant() {
        return Invariant.PUBLISH;
    }

    @Override
    public List<String> sentences(Evidence evidence) {
        List<String> found = new ArrayList<>();
        evidence.posts().forEach((key, times) -> {
            if (times > 1) {
                found.add("The post with the key %s was accepted %d times; what was tried: %s"
                        .formatted(key, times, tried(key)));
            }
        });
        Set<String> looked = lookedAfter();
        Map<String, Integer> site = siteRevisions();
        Set<String> known = new HashSet<>();
        jdbc.sql("select id, account_id, ledger_key, state, link, last_answer from publication")
                .query(row -> {
                    Row publication = new Row(
                            row.getString("id"),
                            row.getString("account_id"),
                            row.getString("ledger_key"),
                            row.getString("state"),
                            row.getString("last_answer"));
                    known.add(publication.key);
                    one(publication, posts(publication, evidence, site), looked, found);
                });
        evidence.posts().keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(
                        key -> found.add("A post went out under the key %s, which no publication has.".formatted(key)));
        return found;
    }

    private List<String> tried(String key) {
        return jdbc.sql("select a.at, a.step, a.answer from publication_attempt a join publication p"
                        + " on p.id = a.publication_id where p.ledger_key = ? order by a.id")
                .param(key)
                .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    private static void one(Row publication, Integer posts, Set<String> looked, List<String> found) {
        boolean open = looked.contains(publication.id);
        switch (publication.state) {
            case "PUBLISHED", "TAKEN_DOWN" -> {
                boolean confirmed = publication.answer != null && publication.answer.startsWith("Confirmed by ");
                if (posts != null && posts == 0 && !confirmed) {
                    found.add("%s is said to be out, and no post of it was accepted.".formatted(publication.id));
                }
            }
            case "DROPPED" -> {
                if (posts != null && posts > 0) {
                    found.add("%s was dropped, and its post is out.".formatted(publication.id));
                }
            }
            default -> {
                if (!open) {
                    found.add("%s on %s is %s%s, and neither a task nor a job looks after it."
                            .formatted(
                                    publication.id,
                                    publication.account,
                                    publication.state,
                                    posts != null && posts > 0 ? " although its post is out" : ""));
                } else if (posts != null && posts > 0 && !publication.state.matches("UNKNOWN|IN_FLIGHT|WITH_PERSON")) {
                    found.add("%s is %s and may be sent again, although its post is out."
                            .formatted(publication.id, publication.state));
                }
            }
        }
    }

    /** How many posts are out, or null where nobody counts them. */
    private static Integer posts(Row publication, Evidence evidence, Map<String, Integer> site) {
        if (publication.account.startsWith(OUTSIDE)) {
            return evidence.posts().getOrDefault(publication.key, 0);
        }
        return site.get(publication.key);
    }

    private Map<String, Integer> siteRevisions() {
        Map<String, Integer> revisions = new HashMap<>();
        jdbc.sql("select ledger_key from site_revision")
                .query(String.class)
                .list()
                .forEach(key -> revisions.merge(key, 1, Integer::sum));
        return revisions;
    }

    /** Publications with a process that has an open task, or a job that will still run. */
    private Set<String> lookedAfter() {
        return new HashSet<>(jdbc.sql("""
                        select distinct v.text_ from act_ru_variable v where v.name_ = 'publicationId' and (
                            exists (select 1 from act_ru_task t where t.proc_inst_id_ = v.proc_inst_id_)
                            or exists (select 1 from act_ru_job j where j.process_instance_id_ = v.proc_inst_id_
                                and (j.retries_ > 0 or exists (
                                    select 1 from act_ru_incident i where i.configuration_ = j.id_))))
                        """).query(String.class).list());
    }

    private record Row(String id, String account, String key, String state, String answer) {}
}
