package io.watchdesk.faults;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I7: who signed off an approval neither wrote nor edited the version. */
record FourEyesCheck(JdbcClient jdbc) implements InvariantChecker.Check {

    @Override
    public Invariant invariant() {
        return Invariant.FOUR_EYES;
    }

    @Override
    public List<String> sentences(Evidence evidence) {
        List<String> found = new ArrayList<>();
        jdbc.sql("""
                        select a.piece_id, a.version, s.person, v.author, v.editor, v.contributors from approval a
                        join content_version v on v.piece_id = a.piece_id and v.number = a.version
                        join review_sign_off s on s.round_id = a.round_id and s.verdict in ('APPROVED', 'approved')
                        """).query(row -> {
            String person = row.getString("person");
            if (person.equals(row.getString("author"))
                    || person.equals(row.getString("editor"))
                    || row.getString("contributors").contains('"' + person + '"')) {
                found.add("%s approved version %d of %s, which %s wrote or edited."
                        .formatted(person, row.getInt("version"), row.getString("piece_id"), person));
            }
        });
        jdbc.sql("""
                        select p.id, p.piece_id, p.revision from publication p
                        where p.state in ('PUBLISHED', 'IN_FLIGHT', 'UNKNOWN', 'WITH_PERSON') and not exists (
                            select 1 from approval a join review_sign_off s on s.round_id = a.round_id
                            where a.piece_id = p.piece_id and a.version = p.revision and a.content_hash = p.hash)
                        """).query(row -> {
            found.add("%s is out or on its way, and nobody signed off version %d of %s."
                    .formatted(row.getString(1), row.getInt(3), row.getString(2)));
        });
        return found;
    }
}
