package io.watchdesk.publishing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says whether the plan of publications has changed, without telling what. */
@Repository
public class PublicationChanges {

    private final JdbcClient jdbc;

    PublicationChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Differs when a step of the ledger was written down, or a hold was placed or released. Of the newest steps also the
     * number counts, because one may be committed after another that took its number later.
     */
    public String fingerprint() {
        return jdbc.sql("""
                        select (select max(id) from publication_attempt) as newest,
                            (select count(*) from publication_attempt
                                where id > (select max(id) from publication_attempt) - 1000) as late,
                            (select count(*) from publication_hold where released_at is null) as holds
                        """).query().singleRow().toString();
    }
}
