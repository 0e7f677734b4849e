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

    /** Differs when a step of the ledger was written down, or a hold was placed or released. */
    public String fingerprint() {
        return jdbc.sql("select (select max(id) from publication_attempt),"
                        + " (select count(*) from publication_hold where released_at is null)")
                .query((row, number) -> row.getString(1) + "/" + row.getString(2))
                .single();
    }
}
